// What one operation stands on: who asks, in which language, at what time, and the snapshot that it reads.
import type { DataSource } from "typeorm";

import { Reads } from "../database/session.js";
import type { Keys } from "../keys.js";
import type { Actor } from "../permission/actor.js";
import type { Touch, TouchDoor } from "../permission/touch.js";
import { Disclosures } from "./disclosures.js";
import type { LoaderDefinition } from "./loader.js";
import { Loaders } from "./loader.js";
import type { Node } from "./node.js";
import type { Language, Say } from "./words.js";
import { speaking } from "./words.js";

/** How an operation leaves a session behind it; only HTTP can set a cookie. */
export interface SessionDoor {
  device: string;
  address: string;
  keep(token: string | null): void;
}

export interface ContextParts {
  dataSource: DataSource;
  actor: Actor;
  /** What the request asks for; a member's own choice goes before it. */
  language: Language;
  now: () => Date;
  requestId: string;
  door: TouchDoor;
  session: SessionDoor;
  keys: Keys;
  /** A demo without a mail server shows what it would have sent. */
  showsMail: boolean;
  /** Where one may sign in as well, as its button says it. */
  providerName: string | null;
  /** Puts on record what an answer tells of people. */
  keep: (context: Context, touches: readonly Touch[]) => Promise<void>;
  /** Called after commit: the centre's log has reached a position. */
  committed: (centreId: string, position: number) => void;
  rightsChanged: (accountId: string) => void;
  /** What came of a mutation: the name of its payload's member, or a code. */
  outcome?: (mutation: string, outcome: string) => void;
  nodes: NodeFinders;
}

/** How each type of noun is found by its id; what is absent or hidden is null. */
export type NodeFinders = Readonly<
  Record<string, LoaderDefinition<string, Node | null>>
>;

export class Context {
  // Apollo copies the context of an operation: who acts is one for all copies
  private readonly standing: { actor: Actor };
  private readonly asked: Language;
  readonly dataSource: DataSource;
  readonly now: Date;
  readonly requestId: string;
  readonly door: TouchDoor;
  readonly disclosures = new Disclosures();
  readonly session: SessionDoor;
  readonly keys: Keys;
  readonly showsMail: boolean;
  readonly providerName: string | null;
  readonly reads: Reads;
  readonly committed: ContextParts["committed"];
  readonly rightsChanged: ContextParts["rightsChanged"];
  readonly outcome: NonNullable<ContextParts["outcome"]>;
  private readonly loaders: Loaders;
  private readonly nodes: NodeFinders;
  private readonly keep: ContextParts["keep"];

  constructor(parts: ContextParts) {
    this.standing = { actor: parts.actor };
    this.asked = parts.language;
    this.dataSource = parts.dataSource;
    this.now = parts.now();
    this.requestId = parts.requestId;
    this.door = parts.door;
    this.keep = parts.keep;
    this.session = parts.session;
    this.keys = parts.keys;
    this.showsMail = parts.showsMail;
    this.providerName = parts.providerName;
    this.committed = parts.committed;
    this.rightsChanged = parts.rightsChanged;
    this.outcome = parts.outcome ?? (() => undefined);
    this.reads = new Reads(parts.dataSource, () => this.actor);
    this.loaders = new Loaders(this);
    this.nodes = parts.nodes;
  }

  get actor(): Actor {
    return this.standing.actor;
  }

  /** What she chose for herself, else what the request asks for. */
  get say(): Say {
    const { actor } = this;
    return speaking(actor.kind === "member" ? actor.language : this.asked);
  }

  load<Key, Value>(
    definition: LoaderDefinition<Key, Value>,
    key: Key,
  ): Promise<Value> {
    return this.loaders.load(definition, key);
  }

  findNode(type: string, id: string): Promise<Node | null> | null {
    // a name like "constructor" is no noun
    const finder = Object.hasOwn(this.nodes, type)
      ? this.nodes[type]
      : undefined;
    return finder ? this.load(finder, id) : null;
  }

  /** After a write: what is read from here on shows what it left. */
  async renew(): Promise<void> {
    this.loaders.forget();
    await this.reads.renew();
  }

  /** What a unit of work of this operation has put on record. */
  wrote(touches: readonly Touch[]): void {
    this.disclosures.wrote(touches);
  }

  /** Before the answer leaves; without it there is no answer. */
  async keepRecord(): Promise<void> {
    const touches = this.disclosures.take(this.door);
    if (touches.length === 0) return;
    // one operation never holds two connections
    await this.reads.renew();
    await this.keep(this, touches);
  }

  /** The same operation goes on as somebody else: after a sign-in, sign-out or change of membership. */
  async become(actor: Actor): Promise<void> {
    this.standing.actor = actor;
    await this.renew();
  }

  close(): Promise<void> {
    return this.reads.close();
  }
}
