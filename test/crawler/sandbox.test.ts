import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { crawlServer } from '../../crawler/crawl.ts';
import { crawlContext } from '../../crawler/crawl-context.ts';
import { defaultLimits } from '../../crawler/limits.ts';
import { bubblewrap, type Privilege } from '../../crawler/sandbox/bubblewrap.ts';
import { startLaunch } from '../../crawler/sandbox/start-launch.ts';
import { hostileEntry, installHostilePackage } from './hostile-package.ts';

interface Found {
  network: { interfaces: string[]; loopback: string; elsewhere: string };
  files: Record<string, string> & { root: string[]; home: string[]; etc: string[]; dev: string[] };
  processes: { pids: number; signalHost: string; environment: string };
  environment: string[];
  user: { id: number; name: string };
  rights: Record<string, string>;
  calls: Record<string, string>;
  limits: Record<string, number>;
}

for (const privilege of ['own-user', 'user-namespace'] as const) {
  describe(`inside bubblewrap with ${privilege}`, { skip: needsRoot(privilege) }, () => {
    const listener = createServer();
    let cacheDir: string;
    let found: Found;

    before(async () => {
      cacheDir = await mkdtemp(join(tmpdir(), 'mcp-risk-sandbox-'));
      await installHostilePackage(cacheDir, 'inspect-sandbox.mjs');
      await writeFile(join(cacheDir, 'secret'), 'a secret of the host');
      listener.listen(0, '127.0.0.1');
      await once(listener, 'listening');
      const { port } = listener.address() as AddressInfo;
      process.env.SECRET_OF_THE_HOST = 'x';
      const sandbox = bubblewrap(privilege, join(cacheDir, 'sandbox'));
      const outcome = await crawlServer(
        hostileEntry(join(cacheDir, 'secret'), String(port), String(process.pid)),
        crawlContext({ cacheDir, sandbox }),
      );
      assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
      found = outcome.tools[0]?.found as Found;
    });
    after(async () => {
      delete process.env.SECRET_OF_THE_HOST;
      listener.close();
      await rm(cacheDir, { recursive: true, force: true });
    });

    test('there is no network, not even to the host itself', () => {
      assert.deepEqual(found.network.interfaces, []);
      assert.match(found.network.loopback, /^refused: ECONNREFUSED$/);
      assert.match(found.network.elsewhere, /^refused: ENETUNREACH$/);
    });

    test('no file of the host can be read or written but the system programs', () => {
      assert.equal(found.files.host, 'refused: ENOENT');
      assert.equal(found.files.shadow, 'refused: ENOENT');
      assert.equal(found.files.privateKeys, 'refused: ENOENT');
      assert.equal(found.files.writeSystem, 'refused: EROFS');
      assert.equal(found.files.writePackage, 'refused: EROFS');
      assert.deepEqual(found.files.home, []);
      const system = ['bin', 'lib', 'lib32', 'lib64', 'sbin', 'usr'];
      const ours = ['dev', 'etc', 'package', 'proc', 'runtime', 'tmp'];
      assert.deepEqual(
        found.files.root.filter((name) => !system.includes(name)),
        ours,
      );
      const harmless = ['alternatives', 'ca-certificates', 'group', 'hosts', 'ld.so.cache'];
      const ofEtc = [...harmless, 'nsswitch.conf', 'passwd', 'pki', 'resolv.conf', 'ssl'];
      assert.deepEqual(
        found.files.etc.filter((name) => !ofEtc.includes(name)),
        [],
      );
    });

    test('outside its own home nothing can be written', () => {
      assert.match(found.files.writeRoot ?? '', /^refused: (?:EACCES|EROFS)$/);
      assert.match(found.files.writeDev ?? '', /^refused: (?:EACCES|EROFS)$/);
      assert.equal(found.files.writeEtc, 'refused: EROFS');
      assert.equal(found.files.writeKernel, 'refused: EROFS');
    });

    test('of the devices there are those without hardware', () => {
      const streams = ['fd', 'stderr', 'stdin', 'stdout'];
      const others = ['null', 'random', 'shm', 'urandom'];
      assert.deepEqual(found.files.dev, [...streams, ...others].sort());
    });

    test('its own home can be written', () => {
      assert.equal(found.files.writeHome, 'done');
    });

    test('no process of the host can be seen', () => {
      assert.ok(found.processes.pids <= 3, `${found.processes.pids} processes`);
      assert.equal(found.processes.signalHost, 'refused: ESRCH');
    });

    test('the environment holds what the entry gives and nothing of the host', () => {
      assert.match(found.processes.environment, /^(?:|refused: EACCES)$/);
      assert.deepEqual(found.environment, ['GIVEN', 'HOME', 'LANG', 'PATH', 'TMPDIR']);
    });

    test('a library that its entry names is loaded into the code alone, and into nothing that has rights', async () => {
      const sandbox = bubblewrap(privilege, join(cacheDir, 'sandbox'));
      const program = {
        folder: await mkdtemp(join(cacheDir, 'silent-')),
        entry: 'silent.mjs',
        interpreter: process.execPath,
        args: [],
        env: { LD_PRELOAD: '/tmp/missing.so' },
      };
      await writeFile(join(program.folder, program.entry), '');
      const child = startLaunch(await sandbox.confine(program, defaultLimits.sandbox));
      const [complaints] = await Promise.all([text(child.stderr), once(child, 'close')]);
      // The loader complains once in each program that it starts with the variable.
      assert.equal(complaints.match(/missing\.so/g)?.length, 1, complaints);
    });

    test('it runs as nobody in particular and can gain no right', () => {
      assert.notEqual(found.user.id, process.getuid?.());
      assert.equal(found.user.name, 'server');
      assert.match(found.rights.effective ?? '', /^0+$/);
      assert.match(found.rights.bounding ?? '', /^0+$/);
      assert.equal(found.rights.noNewPrivileges, '1');
      assert.match(found.rights.mount ?? '', /^refused/);
    });

    test('it can call nothing of the kernel that leads past its limits or out of its namespaces', () => {
      assert.deepEqual(found.calls, {
        userNamespace: 'unshare: unshare failed: Operation not permitted',
        memfd: 'ENOSYS',
        sharedMemory: 'ENOSYS',
        sharedMapping: 'EPERM',
        privateMapping: '',
        sharedFile: '',
        pagesIntoPipe: 'ENOSYS',
        keyring: 'ENOSYS',
        attach: 'ENOSYS',
        ownDescriptors: 'EPERM',
        ownDescriptorsOfRange: 'EPERM',
        threadWithOwnDescriptors: 'EPERM',
        threadThatSharesThem: 'EINVAL',
        vsock: 'EAFNOSUPPORT',
        vsockPair: 'EAFNOSUPPORT',
        unixPair: '',
        sendBuffer: 'EPERM',
        zeroCopy: 'EPERM',
        keepAlive: '',
      });
    });

    test('the kernel holds its limits', () => {
      const { dataBytes, openFiles, processes, cpuSeconds, fileBytes } = defaultLimits.sandbox;
      assert.deepEqual(found.limits, {
        data: dataBytes,
        files: openFiles,
        processes,
        cpu: cpuSeconds,
        fileSize: fileBytes,
      });
    });
  });
}

function needsRoot(privilege: Privilege): string | false {
  return (
    privilege === 'own-user' && process.getuid?.() !== 0 && 'only root can give each run a user'
  );
}
