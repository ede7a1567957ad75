// A real identity provider of the tests: signs in whoever the test says, and can be made to answer with forged tokens.
import {
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

import Provider from "oidc-provider";

import { freePort } from "./server.js";

type Part = Record<string, unknown>;

/** An id token before it is sent: changed, and signed as one likes. */
export interface Forgery {
  header?: Part;
  claims?: Part;
  /** Its own key, unless something else is given; "none" leaves the signature out. */
  by?: KeyObject | "none" | "public key as a password";
}

export interface TestProvider {
  readonly issuer: string;
  /** Who is before its sign-in page; null: she goes away from it. */
  person: string | null;
  /** By how many factors she signs in there. */
  acr: string | null;
  /** Of the next token. */
  forgery: Forgery | null;
  /** How often its sign-in page was shown. */
  shown: number;
  close(): Promise<void>;
}

export const TWO_FACTORS = "urn:two-factors";
export const client = { id: "splot", secret: "a-secret-of-the-tests" };

const encoded = (part: Part) =>
  Buffer.from(JSON.stringify(part)).toString("base64url");

function partOf(token: string, place: number): Part {
  const text = Buffer.from(token.split(".")[place] ?? "", "base64url");
  const part: unknown = JSON.parse(text.toString());
  return typeof part === "object" ? { ...part } : {};
}

export async function openProvider(publicUrl: string): Promise<TestProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
  });
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${publicUrl}/logowanie/oidc/powrot`],
        post_logout_redirect_uris: [`${publicUrl}/logowanie`],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    jwks: {
      keys: [
        { ...privateKey.export({ format: "jwk" }), kid: "one", use: "sig" },
      ],
    },
    cookies: { keys: [randomUUID()] },
    acrValues: [TWO_FACTORS],
    ttl: {
      Interaction: 600,
      Grant: 600,
      Session: 600,
      AccessToken: 600,
      IdToken: 600,
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        clientId: client.id,
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const peer: Omit<TestProvider, "close"> = {
    issuer,
    person: null,
    acr: null,
    forgery: null,
    shown: 0,
  };

  function forged(token: string, { header, claims, by }: Forgery): string {
    const head = encoded({ ...partOf(token, 0), ...header });
    const body = `${head}.${encoded({ ...partOf(token, 1), ...claims })}`;
    if (by === "none") return `${body}.`;
    const signature =
      by === "public key as a password"
        ? createHmac(
            "sha256",
            publicKey.export({ type: "spki", format: "pem" }),
          )
            .update(body)
            .digest()
        : sign("sha256", Buffer.from(body), by ?? privateKey);
    return `${body}.${signature.toString("base64url")}`;
  }

  provider.use(async (context, next) => {
    await next();
    const { forgery } = peer;
    const body: unknown = context.body;
    if (context.path !== "/token" || !forgery) return;
    if (typeof body !== "object" || body === null || !("id_token" in body))
      return;
    context.body = {
      ...body,
      id_token: forged(String(body.id_token), forgery),
    };
  });

  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/interaction/")) {
      void answer(request, response);
      return;
    }
    peer.shown += 1;
    const { person, acr } = peer;
    void provider.interactionFinished(
      request,
      response,
      person === null
        ? { error: "access_denied" }
        : { login: { accountId: person, ...(acr ? { acr } : {}) } },
    );
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return Object.assign(peer, {
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  });
}
