// Operations of a socket: a query or mutation answers once, a subscription goes to where its source is followed.
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from "graphql";

import { codeOf } from "./graphql/code-of.js";
import type { Recording } from "./graphql/disclosures.js";
import { onRecord } from "./graphql/disclosures.js";
import type { Language } from "./graphql/words.js";
import type { Actor } from "./permission/actor.js";
import type { TouchDoor } from "./permission/touch.js";
import { withRequestId } from "./request-id.js";
import type { Watch } from "./watch.js";

export interface Caller {
  actor: Actor;
  language: Language;
  /** Where the socket comes from, and what it says it is. */
  address: string;
  device: string;
}

/** A subscription that somebody on a socket has begun. */
export interface LiveOperation {
  /** What the `subscribe` of its field answered. */
  source: unknown;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  caller: Caller;
  /** Answers for one event, in a context of its own. */
  execute: (root: unknown, caller: Caller) => Promise<ExecutionResult>;
  text: (result: ExecutionResult) => string;
  /** Resolves when the text is on the wire, or the socket gone; never rejects. */
  push: (text: string) => Promise<void>;
  revoke: () => void;
}

/** Where subscriptions go: it pushes their texts by itself, and the iterable only ever ends. */
export interface Live {
  join: (operation: LiveOperation) => AsyncIterable<never>;
}

interface OperationContext extends Recording {
  close: () => Promise<void>;
}

export interface OperationParts {
  /** Each operation and each delivery gets its own. */
  contextFor: (caller: Caller, door: TouchDoor) => OperationContext;
  live: Live;
  /** Hears of each operation but deliveries, and of each text that is delivered. */
  watch?: Pick<Watch, "operation" | "delivery">;
  /** The same masking as over HTTP. */
  formatError: (error: GraphQLError) => GraphQLFormattedError;
}

/** What a checked operation carries until a context of its own is made. */
export class SocketOperation {
  constructor(
    readonly id: string,
    readonly line: Line,
    readonly caller: Caller,
    readonly operation: OperationDefinitionNode,
  ) {}
}

/** The socket as an operation needs it. */
export interface Line {
  send: (text: string) => Promise<void>;
  revoke: () => void;
}

/** A result as either of two libraries types it. */
interface Result {
  errors?: readonly GraphQLError[] | undefined;
  data?: Record<string, unknown> | null | undefined;
  extensions?: Record<string, unknown> | undefined;
}

export class Operations {
  /** Formatted where their request is known: the protocol asks for it later, and elsewhere. */
  private readonly told = new WeakMap<Result, FormattedExecutionResult>();

  constructor(private readonly parts: OperationParts) {}

  answer(args: ExecutionArgs): Promise<ExecutionResult> {
    return this.watched(args, () =>
      this.executeAs(args, operationOf(args).caller, "SOCKET"),
    );
  }

  begin(args: ExecutionArgs): Promise<AsyncIterable<never> | ExecutionResult> {
    return this.watched(args, () => this.follow(args));
  }

  /** Under an id of its own, told when it is answered or has begun to follow. */
  private watched<Answer extends AsyncIterable<never> | ExecutionResult>(
    args: ExecutionArgs,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    const start = performance.now();
    return withRequestId(async () => {
      const answer = await work();
      const errors = "errors" in answer ? (answer.errors ?? []) : [];
      if (!(Symbol.asyncIterator in answer))
        this.told.set(answer, this.formatted(answer));
      this.parts.watch?.operation({
        door: "SOCKET",
        operation: operationOf(args).operation,
        codes: errors.map(codeOf),
        milliseconds: performance.now() - start,
      });
      return answer;
    });
  }

  private async follow(
    args: ExecutionArgs,
  ): Promise<AsyncIterable<never> | ExecutionResult> {
    const { id, line, caller, operation } = operationOf(args);
    const source = await this.within(caller, "SOCKET", (contextValue) =>
      createSourceEventStream({ ...args, contextValue }),
    );
    if (!(Symbol.asyncIterator in source)) return source;
    return this.parts.live.join({
      source,
      document: args.document,
      operation,
      variables: args.variableValues ?? {},
      caller,
      execute: (root, as) =>
        this.executeAs({ ...args, rootValue: root }, as, "DELIVERY"),
      text: (result) => JSON.stringify(this.formatted(result)),
      push: (text) => {
        this.parts.watch?.delivery();
        return line.send(
          `{"id":${JSON.stringify(id)},"type":"next","payload":${text}}`,
        );
      },
      revoke: line.revoke,
    });
  }

  formatted(result: Result): FormattedExecutionResult {
    const told = this.told.get(result);
    if (told) return told;
    const { errors, data, extensions } = result;
    return {
      ...(errors && { errors: this.formattedErrors(errors) }),
      ...(data !== undefined && { data }),
      ...(extensions && { extensions }),
    };
  }

  formattedErrors(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
    return errors.map((error) => this.parts.formatError(error));
  }

  private executeAs(
    args: ExecutionArgs,
    caller: Caller,
    door: TouchDoor,
  ): Promise<ExecutionResult> {
    return this.within(caller, door, async (contextValue) =>
      onRecord(contextValue, await execute({ ...args, contextValue })),
    );
  }

  private async within<Answer>(
    caller: Caller,
    door: TouchDoor,
    work: (context: OperationContext) => Promise<Answer>,
  ): Promise<Answer> {
    const context = this.parts.contextFor(caller, door);
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  }
}

function operationOf({ contextValue }: ExecutionArgs): SocketOperation {
  if (contextValue instanceof SocketOperation) return contextValue;
  throw new Error("An operation of a socket has passed by its check.");
}
