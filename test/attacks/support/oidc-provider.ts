import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

export const KEY_ID = 'genuine';
export const ISSUER = 'https://login.example.com';
export const AUDIENCE = 'laurel-attacks';

/** An identity provider on loopback: signs tokens, and counts how often its keys are asked for. */
export class OidcProvider {
  jwksRequests = 0;

  private constructor(
    private readonly server: Server,
    private readonly privateKey: CryptoKey,
    /** PEM of the public key: what an attacker knows. */
    readonly publicKey: string,
  ) {}

  static async start(): Promise<OidcProvider> {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' }] });
    const server = createServer((_request, response) => {
      provider.jwksRequests += 1;
      response.setHeader('content-type', 'application/json').end(jwks);
    });
    const provider = new OidcProvider(server, privateKey, await exportSPKI(publicKey));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    return provider;
  }

  get jwksUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/jwks`;
  }

  /** A token that is right in every respect but those named. */
  token(claims: JWTPayload = {}, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const payload = { iss: ISSUER, aud: AUDIENCE, sub: 'victim', iat: now, exp: now + 600, ...claims };
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: KEY_ID, ...header }).sign(this.privateKey);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
