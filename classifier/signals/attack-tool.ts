import { nameHas } from '../acts.ts';
import type { Signal } from '../signal.ts';

/** Programs that try to get into a system, or load it until it fails. */
const programs = new Set(
  `sqlmap hydra metasploit msfconsole msfvenom meterpreter nikto gobuster dirbuster dirb ffuf wfuzz feroxbuster hashcat wpscan
   nuclei crackmapexec netexec mimikatz responder bloodhound impacket evilginx aircrack bettercap ettercap xsstrike commix
   exploit exploits bruteforce brute phishing masscan zap burp slowloris kerberoast kerbrute enum4linux psexec`.split(
    /\s+/,
  ),
);
const looks =
  /^(?:get|list|search|find|show|describe|lookup|check|detect|explain|analyze|report|status)$/;

export const attackTool: Signal = {
  id: 'attack-tool',
  title: 'Attacks or probes a system',
  why: 'A scanner that tries passwords, payloads or exploits acts on the system it is pointed at.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', implies: ['reaches-network'] },
  where: { words: [...programs] },
  find: (text) => {
    const { nameWords, reading } = text;
    if (nameWords.some((word) => looks.test(word.text)) || reading.parameters.length === 0)
      return [];
    return nameHas(reading, programs)
      ? [{ signal: 'attack-tool', pointer: text.name.pointer, quote: text.name.raw }]
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'sqlmap_scan', inputSchema: { properties: { url: { type: 'string' } } } },
        quote: 'sqlmap_scan',
      },
    ],
    silent: [
      { name: 'search_exploits', inputSchema: { properties: { query: { type: 'string' } } } },
      { name: 'exploit' },
    ],
  },
};
