// Signing in at another provider: the addresses that lead out to it, back from it, and away from it at the end.
import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import type { HttpRequest, Way } from "../platform/http.js";
import type {
  Identified,
  IdentityProvider,
  Question,
} from "../platform/identity-provider.js";
import { NotIdentified } from "../platform/identity-provider.js";
import type { Keys } from "../platform/keys.js";
import { Account } from "./account.js";
import { AccountIdentity, identityFingerprint } from "./account-identity.js";
import { bindIdentity, mayLink } from "./link-identity.js";
import { openSession } from "./open-session.js";
import { SESSION_DAYS } from "./session.js";

/** Kept by the browser between going out and coming back; only this installation can open it. */
interface Journey {
  question: Question;
  /** A path of this site. */
  back: string;
  /** The session that asked to be bound; null: somebody signs in. */
  binds: string | null;
  until: number;
}

const journeyCookie = "splot_leaving";
const JOURNEY_SECONDS = 10 * 60;
/** Says that she is signed in there as well. */
const elsewhereCookie = "splot_elsewhere";

/** What the sign-in page and the account page say of how it went. */
type Outcome = "nieznane" | "przerwane" | "blad" | "zajete" | "polaczone";

export interface Elsewhere {
  /** Null where none is set. */
  provider: IdentityProvider | null;
  keys: Keys;
  publicUrl: string;
  contextFor(request: HttpRequest): Promise<Context>;
  /** Why nobody was identified, for the log. */
  onFault(reason: string): void;
}

/** By their paths. */
export function waysElsewhere(elsewhere: Elsewhere): ReadonlyMap<string, Way> {
  const { provider } = elsewhere;
  const leave: Way = (request) => wayAway(elsewhere, request);
  if (!provider) return new Map([["/logowanie/oidc/wyjscie", leave]]);
  return new Map<string, Way>([
    ["/logowanie/oidc/wyjscie", leave],
    [
      "/logowanie/oidc",
      (request, address) =>
        attempt(
          elsewhere,
          request,
          address.searchParams.has("polacz"),
          (context) => wayOut(elsewhere, provider, context, request, address),
        ),
    ],
    [
      "/logowanie/oidc/powrot",
      async (request, address) => {
        const journey = journeyOf(elsewhere, request);
        request.setCookie(journeyCookie, null);
        return attempt(
          elsewhere,
          request,
          journey?.binds != null,
          async (context) =>
            journey && journey.until > context.now.getTime()
              ? wayBack(
                  elsewhere,
                  context,
                  request,
                  journey,
                  await provider.identify(address.search, journey.question),
                )
              : told("blad", false),
        );
      },
    ],
  ]);
}

function told(outcome: Outcome, isBinding: boolean): string {
  return `${isBinding ? "/konto" : "/logowanie"}?dostawca=${outcome}`;
}

/** Whatever goes wrong at the provider is told on a page of ours. */
async function attempt(
  { contextFor, onFault }: Elsewhere,
  request: HttpRequest,
  isBinding: boolean,
  go: (context: Context) => Promise<string>,
): Promise<string> {
  const context = await contextFor(request);
  try {
    return await go(context);
  } catch (failure) {
    if (!(failure instanceof NotIdentified)) throw failure;
    onFault(failure.reason);
    return told(failure.isCancelled ? "przerwane" : "blad", isBinding);
  } finally {
    await context.close();
  }
}

async function wayOut(
  { keys, publicUrl }: Elsewhere,
  provider: IdentityProvider,
  { actor, now }: Context,
  request: HttpRequest,
  { searchParams }: URL,
): Promise<string> {
  const word = searchParams.get("polacz");
  let binds: string | null = null;
  if (word !== null) {
    if (actor.kind !== "member" || !mayLink(keys, actor, word, now))
      return told("blad", true);
    binds = actor.sessionId;
  }
  // who binds shows there who she is: it may be somebody else who is signed in there on this computer
  const { address, question } = await provider.leave(binds !== null);
  const journey: Journey = {
    question,
    back: ownPath(searchParams.get("powrot"), publicUrl),
    binds,
    until: now.getTime() + JOURNEY_SECONDS * 1000,
  };
  request.setCookie(
    journeyCookie,
    keys
      .seal("identity-provider", journeyCookie, JSON.stringify(journey))
      .toString("base64url"),
    JOURNEY_SECONDS,
  );
  return address;
}

async function wayBack(
  { keys }: Elsewhere,
  context: Context,
  request: HttpRequest,
  { back, binds }: Journey,
  identified: Identified,
): Promise<string> {
  if (binds !== null) {
    const { actor } = context;
    if (actor.kind !== "member" || actor.sessionId !== binds)
      return told("blad", true);
    const isBound = await bindIdentity(context, actor, identified);
    return told(isBound ? "polaczone" : "zajete", true);
  }
  const account = await accountOf(context, identified, keys);
  const opened =
    account &&
    (await openSession(context, account, { proven: identified.byTwoFactors }));
  if (!opened) return told("nieznane", false);
  request.setCookie(elsewhereCookie, "1", SESSION_DAYS * 24 * 3600);
  // what stands behind the # is sent to no server
  return "token" in opened
    ? back
    : `/logowanie?powrot=${encodeURIComponent(back)}#kod=${opened.ticket}`;
}

async function accountOf(
  { dataSource }: Context,
  identified: Identified,
  keys: Keys,
): Promise<Account | null> {
  const fingerprint = identityFingerprint(keys, identified);
  return inTransaction(
    dataSource,
    { kind: "authentication" },
    async (manager) => {
      const bound = await manager
        .getRepository(AccountIdentity)
        .findOneBy({ fingerprint });
      return bound
        ? manager
            .getRepository(Account)
            .findOneBy({ id: bound.accountId, status: "ACTIVE" })
        : null;
    },
  );
}

/** After signing out here: out there too, for who came from there. */
async function wayAway(
  { provider, onFault }: Elsewhere,
  request: HttpRequest,
): Promise<string> {
  if (!provider || !request.cookies.has(elsewhereCookie)) return "/logowanie";
  request.setCookie(elsewhereCookie, null);
  try {
    return (await provider.farewell()) ?? "/logowanie";
  } catch (failure) {
    if (!(failure instanceof NotIdentified)) throw failure;
    onFault(failure.reason);
    return "/logowanie";
  }
}

function journeyOf(
  { keys }: Elsewhere,
  { cookies }: HttpRequest,
): Journey | null {
  const kept = cookies.get(journeyCookie);
  const sealed = kept ? Buffer.from(kept, "base64url") : null;
  const text =
    sealed && keys.unseal("identity-provider", journeyCookie, sealed);
  // what opens was sealed here
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return text ? (JSON.parse(text) as Journey) : null;
}

/** Only a path of this site is followed, however it was written. */
function ownPath(given: string | null, publicUrl: string): string {
  if (!given?.startsWith("/") || !URL.canParse(given, publicUrl)) return "/";
  const { origin, pathname, search } = new URL(given, publicUrl);
  return origin === publicUrl ? pathname + search : "/";
}
