/**
 * Speaks as docker does for what the crawler asks of it, and as strictly: a word that docker's own
 * parser would refuse ends with code 125. It isolates nothing. In the folder that is its first
 * argument, `calls` gets a line of JSON for each call and `images.json` is what its registry has.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const flags = ['--rm', '--interactive', '--init', '--read-only'];
const valued = [
  ...['--name', '--pull', '--network', '--log-driver', '--hostname', '--cap-drop'],
  ...['--security-opt', '--memory', '--memory-swap', '--pids-limit', '--ulimit', '--tmpfs'],
  ...['--env', '--volume', '--entrypoint'],
];

const [folder, command, ...words] = process.argv.slice(2);
const { DOCKER_HOST, DOCKER_CONFIG } = process.env;
const config = DOCKER_CONFIG && readFileSync(join(DOCKER_CONFIG, 'config.json'), 'utf8').trim();
const environment = Object.keys(process.env).sort();
const call = { command, words, host: DOCKER_HOST, config, environment };
appendFileSync(join(folder, 'calls'), `${JSON.stringify(call)}\n`);

const registry = JSON.parse(readFileSync(join(folder, 'images.json'), 'utf8'));
const localFile = join(folder, 'local.json');
const local = existsSync(localFile) ? JSON.parse(readFileSync(localFile, 'utf8')) : [];

function refuse(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

const commands = {
  info: () => process.stdout.write('Server Version: 27.0\n'),
  context: () => process.stdout.write('unix:///fake.sock\n'),
  pull() {
    const image = words.at(-1);
    if (!registry[image]) refuse(`Error response from daemon: manifest for ${image} not found`);
    writeFileSync(localFile, JSON.stringify([...local, image]));
  },
  kill() {},
  image() {
    const [action, image] = words;
    if (!local.includes(image)) refuse(`Error response from daemon: No such image: ${image}`);
    if (action === 'inspect') process.stdout.write(JSON.stringify([registry[image]]));
    else writeFileSync(localFile, JSON.stringify(local.filter((name) => name !== image)));
  },
  run() {
    const given = { env: [], volume: [] };
    while (words[0]?.startsWith('-')) {
      const flag = words.shift();
      if (flags.includes(flag)) continue;
      if (!valued.includes(flag)) refuse(`unknown flag: ${flag}`, 125);
      const value = words.shift();
      const name = flag.slice(2);
      if (Array.isArray(given[name])) given[name].push(value);
      else given[name] = value;
    }
    const [image, ...rest] = words;
    if (!local.includes(image)) refuse(`Unable to find image '${image}' locally`, 125);
    const toHost = (word) =>
      given.volume.reduce((path, volume) => {
        const [from, to] = volume.split(':');
        return path.startsWith(to) ? path.replace(to, from) : path;
      }, word);
    const program = given.entrypoint ?? registry[image].entrypoint[0];
    const args = given.entrypoint ? rest : [...registry[image].entrypoint.slice(1), ...rest];
    spawn(program === 'node' ? process.execPath : toHost(program), args.map(toHost), {
      stdio: 'inherit',
      env: Object.fromEntries(given.env.map((pair) => pair.split(/=(.*)/s, 2))),
    }).on('exit', (code) => process.exit(code ?? 1));
  },
};

if (!commands[command]) refuse(`docker: '${command}' is not a docker command.`);
commands[command]();
