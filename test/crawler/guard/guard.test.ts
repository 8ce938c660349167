import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createGuard, type GuardOptions } from '../../../crawler/guard/guard.ts';
import { GuardError, type GuardFault } from '../../../crawler/guard/guard-error.ts';
import { readOptOut } from '../../../crawler/guard/opt-out.ts';
import type { GuardedRequest, VisitOptions } from '../../../crawler/guard/visit.ts';
import { certificate, privateKey } from '../../servers/http/certificate.ts';
import {
  type Handler,
  type Loopback,
  loopbackDial,
  publicAddress,
  startLoopback,
} from '../../servers/http/loopback.ts';

const visitOptions: VisitOptions = {
  idleMs: 5_000,
  totalBytes: 1_000_000,
  allowPrivate: false,
  obeyRobots: false,
  signal: new AbortController().signal,
};

function redirectTo(location: string, status = 302): Handler {
  return (_request, response) => {
    response.writeHead(status, { location }).end();
  };
}

const echo: Handler = (request, response, body) => {
  const { method, url, headers } = request;
  response.end(JSON.stringify({ method, url, headers, body }));
};

const hosts: Record<string, Handler> = {
  'echo.test': echo,
  'to-loopback.test': redirectTo('http://127.0.0.1/'),
  'to-metadata.test': redirectTo('http://169.254.169.254/latest/meta-data/'),
  'to-ipv6.test': redirectTo('http://[::1]/'),
  'to-decimal.test': redirectTo('http://2130706433/'),
  'to-name.test': redirectTo('http://inside.test/'),
  'own.test': redirectTo('http://inside.test/'),
  'to-file.test': redirectTo('file:///etc/passwd'),
  'to-credentials.test': redirectTo('http://user:secret@echo.test/'),
  'to-nonsense.test': redirectTo('http://'),
  'to-echo.test': redirectTo('http://echo.test/moved', 301),
  'to-echo-303.test': redirectTo('http://echo.test/moved', 303),
  'to-opted-out.test': redirectTo('http://out.test/'),
  'loop.test': redirectTo('http://loop.test/'),
};

const addresses: Record<string, string[]> = {
  'own.test': ['192.168.0.9'],
  'inside.test': ['10.0.0.7'],
  'loopback.test': ['127.0.0.1'],
  'mixed.test': [publicAddress, '192.168.0.1'],
  'metadata.test': ['169.254.169.254'],
  'nowhere.test': [],
};

describe('the guard', () => {
  let loopback: Loopback;
  before(async () => {
    loopback = await startLoopback((hostname) => hosts[hostname] ?? echo);
  });
  after(() => loopback.close());

  function open(options: GuardOptions = {}) {
    const dial = loopbackDial(loopback.port);
    const guard = createGuard({
      resolve: async (name) => addresses[name] ?? [publicAddress],
      dial,
      ...options,
    });
    return { guard, dialled: dial.dialled };
  }

  async function fetchOnce(
    url: string,
    {
      request,
      guard,
      ...given
    }: Partial<VisitOptions> & { request?: GuardedRequest; guard?: GuardOptions } = {},
  ) {
    const opened = open(guard);
    const visit = await opened.guard.visit(url, { ...visitOptions, ...given });
    try {
      const response = await visit.fetch(url, request);
      return {
        status: response.status,
        text: await response.text(100_000),
        dialled: opened.dialled,
      };
    } catch (error) {
      if (error instanceof GuardError) Object.assign(error, { dialled: opened.dialled });
      throw error;
    } finally {
      await visit.close();
    }
  }

  function hasFault(fault: GuardFault, message: RegExp, dialled?: string[]) {
    return (error: unknown) => {
      assert.ok(error instanceof GuardError, String(error));
      assert.equal(error.fault, fault, error.message);
      assert.match(error.message, message);
      if (dialled) assert.deepEqual((error as GuardError & { dialled: string[] }).dialled, dialled);
      return true;
    };
  }

  for (const [url, message] of [
    ['ftp://echo.test/', /scheme ftp:/],
    ['file:///etc/passwd', /scheme file:/],
    ['http://user@echo.test/', /credentials/],
    ['http://:secret@echo.test/', /credentials/],
    ['no url', /no valid URL/],
    [`http://echo.test/${'a'.repeat(3_000)}`, /too long/],
  ] as const) {
    it(`refuses the URL ${url.slice(0, 40)}`, () =>
      assert.rejects(fetchOnce(url), hasFault('refused', message)));
  }

  for (const [url, message] of [
    ['http://127.0.0.1/', /private address/],
    ['http://[::ffff:127.0.0.1]/', /reserved address/],
    ['http://0x7f.1/', /private address/],
    ['http://loopback.test/', /private address/],
    ['http://mixed.test/', /private address/],
    ['http://metadata.test/', /reserved address/],
  ] as const) {
    it(`connects to nothing for ${url}`, () =>
      assert.rejects(fetchOnce(url), hasFault('refused', message, [])));
  }

  it('reaches private addresses where they are allowed, but never a metadata service', async () => {
    const { status, dialled } = await fetchOnce('http://inside.test/', { allowPrivate: true });
    assert.equal(status, 200);
    assert.deepEqual(dialled, ['10.0.0.7']);
    await assert.rejects(
      fetchOnce('http://metadata.test/', { allowPrivate: true }),
      hasFault('refused', /reserved/, []),
    );
  });

  it('follows a redirect of a private server inside', async () => {
    const { status, dialled } = await fetchOnce('http://own.test/', { allowPrivate: true });
    assert.equal(status, 200);
    assert.deepEqual(dialled, ['192.168.0.9', '10.0.0.7']);
  });

  for (const [host, message] of [
    ['to-loopback', /redirects to a private address/],
    ['to-metadata', /redirects to a reserved address/],
    ['to-ipv6', /redirects to a private address/],
    ['to-decimal', /redirects to a private address/],
    ['to-name', /redirects to a private address/],
    ['to-file', /redirects to a URL of the scheme file:/],
    ['to-credentials', /redirects to a URL with credentials/],
    ['to-nonsense', /redirects to no valid URL/],
  ] as const) {
    it(`does not follow the redirect of ${host}`, () =>
      assert.rejects(
        fetchOnce(`http://${host}.test/`, { allowPrivate: true }),
        hasFault('redirect', message, [publicAddress]),
      ));
  }

  it('ends a redirect loop', () =>
    assert.rejects(fetchOnce('http://loop.test/'), hasFault('redirect', /more than 5 redirects/)));

  it('keeps method and body over a redirect, except after 303', async () => {
    const request: GuardedRequest = { method: 'POST', body: 'ping' };
    const kept = JSON.parse((await fetchOnce('http://to-echo.test/', { request })).text);
    assert.deepEqual([kept.method, kept.url, kept.body], ['POST', '/moved', 'ping']);
    const other = JSON.parse((await fetchOnce('http://to-echo-303.test/', { request })).text);
    assert.deepEqual([other.method, other.url, other.body], ['GET', '/moved', '']);
  });

  it('asks for a name once in a visit, so that it cannot be pointed elsewhere', async () => {
    const answers = [[publicAddress], ['127.0.0.1']];
    const dial = loopbackDial(loopback.port);
    let asked = 0;
    const guard = createGuard({ resolve: async () => answers[asked++] ?? [], dial });
    const visit = await guard.visit('http://rebind.test/', visitOptions);
    for (const path of ['a', 'b']) {
      const response = await visit.fetch(`http://rebind.test/${path}`);
      // Left unread, so that the second request needs a connection of its own.
      assert.equal(response.status, 200);
    }
    await visit.close();
    assert.equal(asked, 1);
    assert.ok(dial.dialled.every((address) => address === publicAddress));
  });

  it('says that a name has no address', () =>
    assert.rejects(fetchOnce('http://nowhere.test/'), hasFault('resolve', /no address/)));

  it('does not wait for ever for a name server', () =>
    assert.rejects(
      fetchOnce('http://echo.test/', {
        guard: { resolve: () => new Promise(() => {}), limits: { resolveMs: 20 } },
      }),
      hasFault('resolve', /no address within 0.02 s/),
    ));

  it('says that nothing listens', () =>
    assert.rejects(
      fetchOnce('http://echo.test/', { guard: { dial: loopbackDial(1) } }),
      hasFault('connect', /ECONNREFUSED/),
    ));

  it('tries the next address of a name', async () => {
    const working = loopbackDial(loopback.port);
    const { status } = await fetchOnce('http://echo.test/', {
      guard: {
        resolve: async () => ['2606:4700::1111', publicAddress],
        dial: (request) =>
          request.address === publicAddress
            ? working(request)
            : Promise.reject(new Error('no route')),
      },
    });
    assert.equal(status, 200);
  });

  it('says who asks and why', async () => {
    const guard = { contact: 'https://crawler.example/about' };
    const { headers } = JSON.parse((await fetchOnce('http://echo.test/', { guard })).text);
    assert.match(
      headers['user-agent'],
      /^mcp-risk\/\d+\.\d+\.\d+ \(.*https:\/\/crawler\.example\/about\)$/,
    );
  });

  it('obeys the opt-out list, also behind a redirect', async () => {
    const optOut = readOptOut(
      '# asked on 2026-11-01\nhost out.test # and its subdomains\nserver a.b/c\n',
    );
    for (const host of ['out.test', 'deep.OUT.test', 'to-opted-out.test']) {
      await assert.rejects(
        fetchOnce(`http://${host}/`, { guard: { optOut } }),
        hasFault('unwelcome', /opted out/),
      );
    }
    assert.equal((await fetchOnce('http://stout.test/', { guard: { optOut } })).status, 200);
    assert.ok(optOut.hasServer('a.b/c'));
  });

  it('ends what is under way when the visit is closed', async () => {
    const { guard } = open();
    const visit = await guard.visit('http://echo.test/', visitOptions);
    await visit.fetch('http://echo.test/');
    await visit.close();
    await assert.rejects(visit.fetch('http://echo.test/'), hasFault('broken', /visit is over/));
  });
});

describe('the guard over TLS', () => {
  let loopback: Loopback;
  before(async () => {
    loopback = await startLoopback(
      (hostname) => (hostname === 'down.test' ? redirectTo('http://tls.test/') : echo),
      { key: privateKey, cert: certificate },
    );
  });
  after(() => loopback.close());

  async function fetchOver(host: string, ca?: string): Promise<number> {
    const guard = createGuard({
      resolve: async () => [publicAddress],
      dial: loopbackDial(loopback.port, ca),
    });
    const visit = await guard.visit(`https://${host}/`, visitOptions);
    try {
      const response = await visit.fetch(`https://${host}/`);
      response.cancel();
      return response.status;
    } finally {
      await visit.close();
    }
  }

  it('checks the certificate against the host of the URL, not the address', async () => {
    assert.equal(await fetchOver('tls.test', certificate), 200);
    await assert.rejects(fetchOver('other.test', certificate), {
      fault: 'tls',
      message: /ERR_TLS_CERT_ALTNAME_INVALID/,
    });
  });

  it('trusts no certificate that nobody signed', () =>
    assert.rejects(fetchOver('tls.test'), { fault: 'tls', message: /SELF_SIGNED/ }));
});
