import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** An OpenID Connect provider on the loopback: it signs tokens and serves its public keys. */
export class TestIdentityProvider {
  /** How often its keys were asked for. */
  fetches = 0;
  private readonly keys = new Map<string, { privateKey: PrivateKey; publicJwk: object; alg: string }>();

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<TestIdentityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const provider = new TestIdentityProvider(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (_request, response) => {
      provider.fetches += 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ keys: [...provider.keys.values()].map(({ publicJwk }) => publicJwk) }));
    });
    await provider.addKey('one', 'ES256');
    return provider;
  }

  get jwksUrl(): string {
    return `${this.issuer}/jwks`;
  }

  async addKey(kid: string, alg: string): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    this.keys.set(kid, { privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }, alg });
  }

  publicJwk(kid: string): object {
    return this.keys.get(kid)?.publicJwk ?? {};
  }

  /** A token that is right in everything but what is said here. */
  async sign(claims: JWTPayload, { header = {}, kid = 'one' }: { header?: Record<string, unknown>; kid?: string } = {}): Promise<string> {
    const { privateKey, alg } = this.keys.get(kid) as { privateKey: PrivateKey; alg: string };
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ iss: this.issuer, aud: 'laurel-test', sub: 'somebody', iat: now, exp: now + 300, ...claims })
      .setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header })
      .sign(privateKey);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
