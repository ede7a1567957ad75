// The way to another identity provider (OpenID Connect): out with a question that only its own answer fits, back with who it was.
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  clockTolerance,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its button says. */
  readonly name: string;
  /** The `acr` or `amr` that counts as two factors; null: none does. */
  readonly twoFactors: string | null;
}

/** What has to come back unchanged: whoever goes out keeps it, in a cookie that only this installation can open. */
export interface Question {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Identified {
  readonly issuer: string;
  readonly subject: string;
  readonly byTwoFactors: boolean;
}

/** Nobody was identified; the reason is for the log and names nobody. */
export class NotIdentified extends Error {
  constructor(
    /** She changed her mind there, or was refused there. */
    readonly isCancelled: boolean,
    readonly reason: string,
  ) {
    super(`the identity provider: ${reason}`);
  }
}

const RETURN_PATH = "/logowanie/oidc/powrot";
const PATIENCE_SECONDS = 10;
/** Clocks of two houses are never quite the same. */
const SKEW_SECONDS = 30;

export class IdentityProvider {
  private found: Promise<Configuration> | null = null;

  constructor(
    private readonly settings: ProviderSettings,
    private readonly publicUrl: string,
  ) {}

  get name(): string {
    return this.settings.name;
  }

  /** @param anew she has to show there who she is, even if she is signed in there */
  async leave(anew: boolean): Promise<{ address: string; question: Question }> {
    return this.trying(async (configuration) => {
      const question = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
      };
      const { twoFactors } = this.settings;
      const address = buildAuthorizationUrl(configuration, {
        redirect_uri: this.publicUrl + RETURN_PATH,
        scope: "openid",
        state: question.state,
        nonce: question.nonce,
        code_challenge: await calculatePKCECodeChallenge(question.verifier),
        code_challenge_method: "S256",
        ...(twoFactors ? { acr_values: twoFactors } : {}),
        ...(anew ? { prompt: "login" } : {}),
      });
      return { address: address.href, question };
    });
  }

  /**
   * The library holds the answer against the question: state, nonce, verifier, issuer, audience, time, and the
   * signature against the keys that the provider publishes.
   * @param search of the address that she came back by
   */
  async identify(
    search: string,
    { state, nonce, verifier }: Question,
  ): Promise<Identified> {
    return this.trying(async (configuration) => {
      const tokens = await authorizationCodeGrant(
        configuration,
        new URL(this.publicUrl + RETURN_PATH + search),
        {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        },
      );
      const claims = tokens.claims();
      if (!claims) throw new NotIdentified(false, "no id token");
      const { iss: issuer, sub: subject, acr, amr } = claims;
      const methods: unknown[] = [acr, ...(Array.isArray(amr) ? amr : [])];
      const { twoFactors } = this.settings;
      const byTwoFactors = twoFactors !== null && methods.includes(twoFactors);
      return { issuer, subject, byTwoFactors };
    });
  }

  /** Where one signs out there as well; null where it has no such place. */
  async farewell(): Promise<string | null> {
    return this.trying(async (configuration) =>
      configuration.serverMetadata().end_session_endpoint
        ? buildEndSessionUrl(configuration, {
            post_logout_redirect_uri: `${this.publicUrl}/logowanie`,
          }).href
        : null,
    );
  }

  private async trying<Outcome>(
    ask: (configuration: Configuration) => Promise<Outcome>,
  ): Promise<Outcome> {
    try {
      return await ask(await this.configuration());
    } catch (failure) {
      if (failure instanceof NotIdentified) throw failure;
      throw new NotIdentified(
        textOf(failure, "error") === "access_denied",
        textOf(failure, "code") ?? textOf(failure, "name") ?? "unknown",
      );
    }
  }

  /** Asked of the provider once; again where it did not answer. */
  private configuration(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    this.found ??= discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, [clockTolerance]: SKEW_SECONDS },
      undefined,
      {
        timeout: PATIENCE_SECONDS,
        // the settings let http through for this very machine only
        execute: [
          enableNonRepudiationChecks,
          // oxlint-disable-next-line typescript/no-deprecated -- marked so only to stand out
          ...(issuer.startsWith("http:") ? [allowInsecureRequests] : []),
        ],
      },
    ).catch((failure: unknown) => {
      this.found = null;
      throw failure;
    });
    return this.found;
  }
}

/** A word of a fault of the library, which never holds a token. */
function textOf(failure: unknown, name: string): string | null {
  if (typeof failure !== "object" || failure === null) return null;
  const found: unknown = Reflect.get(failure, name);
  return typeof found === "string" ? found : null;
}
