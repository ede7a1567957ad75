// Who acts: somebody signed in, a visitor of the public catalogue, or the system itself, always within one centre.
import type { Language } from "../graphql/words.js";

/** Somebody signed in, acting for one organisation in one centre. Rights come from nothing but this value. */
export interface Member {
  kind: "member";
  accountId: string;
  sessionId: string;
  assignmentId: string;
  centreId: string;
  partnerId: string;
  roles: ReadonlySet<string>;
  name: string;
  /** In which she is answered, chosen by herself. */
  language: Language;
  /** Until the one-time password is changed the roles are empty. */
  mustChangePassword: boolean;
  /** A role of hers needs two factors and this session has one: until then the roles are empty as well. */
  mustSetUpSecondFactor: boolean;
  /** Her organisation is in no network any more: of her roles counts only what it still hands over. */
  hasLeft: boolean;
}

/** Nobody has signed in. The centre is the one that the operation asks about. */
export interface Visitor {
  kind: "visitor";
  centreId: string | null;
}

/** Durable jobs, the demo and the command line, each within one centre. */
export interface System {
  kind: "system";
  centreId: string;
  /** At whose word; for the access log only. */
  accountId?: string;
}

/**
 * A contact person who came by the link of a mail: for her organisation, for what the link names and for nothing else.
 * The roles are those that the link lends her; the database narrows them to its subject.
 */
export interface LinkHolder {
  kind: "link";
  centreId: string;
  partnerId: string;
  linkId: string;
  /** The one referral that it answers. */
  referralId: string | null;
  name: string;
  roles: ReadonlySet<string>;
}

export type Actor = Member | Visitor | System | LinkHolder;

/** Everything that an answer to this actor depends on; two actors with one key get the same text. */
export function permissionKey(actor: Actor): string {
  if (actor.kind === "link") return `link:${actor.linkId}`;
  if (actor.kind !== "member") return `${actor.kind}:${actor.centreId ?? ""}`;
  return [
    actor.centreId,
    actor.partnerId,
    actor.accountId,
    actor.language,
    [...actor.roles].sort().join(","),
    actor.hasLeft ? "left" : "",
  ].join(":");
}
