// What must be true after any chaos: each promise as a rule over what the harness knows and what PostgreSQL holds.
import {
  type Evidence,
  sameNumbers,
  subscribersHearTheLog,
} from "./hearing.js";
import type { Verb } from "./record.js";

type Rule = (evidence: Evidence) => Iterable<string>;

/** The event that tells of a move. */
const tells: Partial<Record<Verb, string>> = {
  openReferral: "ReferralOpened",
  acceptReferral: "ReferralAccepted",
  declineReferral: "ReferralDeclined",
  waitlistReferral: "ReferralWaitlisted",
  offerPlace: "PlaceOffered",
  confirmPlace: "PlaceConfirmed",
  startReferral: "ReferralStarted",
  completeReferral: "ReferralCompleted",
  discontinueReferral: "ReferralDiscontinued",
  withdrawReferral: "ReferralWithdrawn",
};

const refusals = new Set([
  "NoFreePlace",
  "CapacityInUse",
  "CapacityMoved",
  "ReferralMoved",
  "InvalidInput",
  "RequestKeyReused",
]);

function* everythingIsAnswered({ deeds, answers }: Evidence) {
  for (const { name, verb } of deeds.values()) {
    const told = answers.get(name)?.told;
    if (told === undefined) yield `${name} (${verb}) was never answered`;
    else if (!refusals.has(told) && !["Referral", "Service"].includes(told))
      yield `${name} (${verb}) was answered by ${told}`;
  }
}

/** An acknowledged one is there, a refused one is not, and no key made two. */
function* eachSendOnce({ deeds, answers, books }: Evidence) {
  const made = new Map<string, string[]>();
  for (const { id, ownReference } of books.referrals)
    made.set(ownReference ?? "", [...(made.get(ownReference ?? "") ?? []), id]);
  const keys = new Map(
    books.keys
      .filter(({ operation }) => operation === "sendReferral")
      .map(({ key, noun }) => [key, noun]),
  );
  const expected = new Set<string>();
  for (const deed of deeds.values()) {
    if (deed.verb !== "sendReferral" || deed.repeats) continue;
    const { name } = deed;
    expected.add(name);
    const ids = made.get(name) ?? [];
    const answered = answers.get(name);
    if (ids.length > 1) yield `${name} was done ${ids.length} times`;
    if (answered?.told === "Referral") {
      if (!answered.id || !ids.includes(answered.id))
        yield `${name} was acknowledged and is lost`;
      if (keys.get(name) !== answered.id)
        yield `${name} was acknowledged, and its key stands for something else`;
    } else if (answered && (ids.length > 0 || keys.has(name)))
      yield `${name} was refused (${answered.told}) and took effect`;
  }
  for (const name of made.keys())
    if (!expected.has(name)) yield `a referral "${name}" that nobody sent`;
}

/** The same key and input: the same noun; another input: refused. */
function* repeatsAreHarmless({ deeds, answers }: Evidence) {
  for (const { name, repeats, verb, amount } of deeds.values()) {
    const first = repeats && deeds.get(repeats);
    const before = repeats && answers.get(repeats);
    const again = answers.get(name);
    if (!first || !before || !again) continue;
    if (amount !== first.amount) {
      if (again.told !== "RequestKeyReused")
        yield `${name} (${verb}) used the key of ${repeats} for something else: ${again.told}`;
    } else if (again.told !== before.told || again.id !== before.id)
      yield `${name} repeated ${repeats} (${before.told}) and was told ${again.told}`;
  }
}

function* eachWalkInOnce({ deeds, answers, books }: Evidence) {
  const counted = new Map<string, { lines: number; change: number }>();
  const count = (service: string, lines: number, change: number) => {
    const sum = counted.get(service) ?? { lines: 0, change: 0 };
    counted.set(service, {
      lines: sum.lines + lines,
      change: sum.change + change,
    });
  };
  for (const { service, change } of books.walkIns) count(service, 1, change);
  for (const { name, verb, subject, amount = 0, repeats } of deeds.values())
    if (
      verb === "recordWalkIn" &&
      !repeats &&
      answers.get(name)?.told === "Service"
    )
      count(subject, -1, -amount);
  for (const [service, { lines, change }] of counted)
    if (lines !== 0 || change !== 0)
      yield `walk-ins of ${service}: ${lines} more than acknowledged, ${change} in sum`;
}

/** A move that was refused left no event, and one that was acknowledged left its own. */
function* eachMoveIsTold({ deeds, answers, books }: Evidence) {
  const told = new Map<string, boolean>();
  for (const { type, subject, actorAccountId } of books.events)
    if (actorAccountId) told.set(`${type} ${subject}`, false);
  for (const { name, verb, subject } of deeds.values()) {
    const event = `${tells[verb] ?? ""} ${subject}`;
    if (!tells[verb] || answers.get(name)?.told !== "Referral") continue;
    if (told.has(event)) told.set(event, true);
    else
      yield `${name} (${verb}) was acknowledged, and the log has no ${event}`;
  }
  const moves = new Set<string>(Object.values(tells));
  for (const [event, isAsked] of told) {
    const [type = "", subject = ""] = event.split(" ");
    // a sending into the queue tells the same as a partner's queueing
    const isSending = type === "ReferralWaitlisted";
    if (moves.has(type) && !isAsked && !isSending)
      yield `${type} of ${subject} happened, and nobody was told so`;
  }
}

/** No answer showed what the log does not hold: nothing uncommitted, nothing overbooked. */
function* answersStandInTheLog({ answers, books }: Evidence) {
  const log = new Map(
    books.events.map((event) => [`${event.subject} ${event.version}`, event]),
  );
  for (const [name, { id, version, status, service, numbers }] of answers) {
    if (id) {
      const event = log.get(`${id} ${version ?? 0}`);
      if (event?.status !== status)
        yield `${name} was told ${status ?? "nothing"} of version ${version ?? 0}, which the log does not hold`;
    }
    if (service && numbers) {
      const event = log.get(`${service} ${numbers.version}`);
      if (!event || !sameNumbers(event, numbers))
        yield `${name} was told numbers of version ${numbers.version}, which the log does not hold`;
      if (numbers.occupied + numbers.reserved > numbers.total)
        yield `${name} saw more taken than there is`;
    }
  }
}

function* logIsDense({ books }: Evidence) {
  let expected = 0;
  for (const { position } of books.events)
    if (position !== ++expected) {
      yield `position ${position} stands where ${expected} is expected`;
      expected = position;
    }
  const versions = new Map<string, number>();
  for (const { subject, version, type, position } of books.events) {
    if (!version) continue;
    const before = versions.get(subject);
    if (before !== undefined && version !== before + 1)
      yield `${type} at ${position} has version ${version} after ${before}`;
    versions.set(subject, version);
  }
}

/** A minute after its time a hold is free and an offered place is back in the queue. */
function* timeTakesEffect({ books }: Evidence) {
  for (const { id, status, overdue } of books.referrals)
    if (overdue > 60) yield `${id} is ${status} ${overdue} s after its time`;
  if (books.jobsDue > 0) yield `${books.jobsDue} jobs are due and not done`;
}

const rules: { readonly [name: string]: Rule } = {
  "everything is answered": everythingIsAnswered,
  "each send is done once": eachSendOnce,
  "repeats are harmless": repeatsAreHarmless,
  "each walk-in is counted once": eachWalkInOnce,
  "each move is told": eachMoveIsTold,
  "answers stand in the log": answersStandInTheLog,
  "the log is dense": logIsDense,
  "subscribers hear the log": subscribersHearTheLog,
  "time takes effect": timeTakesEffect,
};

/** The rules that do not hold, each with its first instances. */
export function violations(evidence: Evidence): Record<string, string[]> {
  const broken: Record<string, string[]> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const found = [...rule(evidence)];
    if (found.length > 0) broken[name] = found.slice(0, 10);
  }
  return broken;
}
