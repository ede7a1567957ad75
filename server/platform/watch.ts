// What the process tells its operator of each thing that it did: one line in the log, and a number that grows.
import type { ApolloServerPlugin } from "@apollo/server";
import { Kind, type OperationDefinitionNode } from "graphql";

import type { Logger } from "./logging.js";
import type { Metrics } from "./metrics.js";

type Door = "HTTP" | "SOCKET";

interface SeenOperation {
  readonly door: Door;
  /** None where it was refused before it was one. */
  readonly operation: OperationDefinitionNode | null | undefined;
  readonly codes: readonly string[];
  readonly milliseconds: number;
}

/** The first field of the schema that it asks: strangers can name operations as they like, but not fields. */
function fieldOf(operation: OperationDefinitionNode): string {
  const [first] = operation.selectionSet.selections;
  return first?.kind === Kind.FIELD ? first.name.value : "(fragment)";
}

function outcomeOf(codes: readonly string[]): string {
  if (codes.includes("INTERNAL_SERVER_ERROR")) return "failed";
  if (codes.includes("UNAVAILABLE")) return "unavailable";
  return codes.length > 0 ? "refused" : "ok";
}

export class Watch {
  constructor(
    private readonly log: Logger,
    private readonly metrics: Metrics,
  ) {}

  operation({ door, operation, codes, milliseconds }: SeenOperation): void {
    const outcome = outcomeOf(codes);
    const kind = operation?.operation ?? "none";
    const field = operation ? fieldOf(operation) : "none";
    this.metrics.operations.inc({ door, kind, outcome });
    this.metrics.operationSeconds.observe({ kind, field }, milliseconds / 1000);
    const operationName = operation?.name?.value.slice(0, 64);
    const ms = Math.round(milliseconds);
    this.log.info(
      { door, kind, operationName, field, outcome, codes, ms },
      "operation",
    );
  }

  /** Before it was an operation: by its form, its origin, or because the process is leaving. */
  refusal(status: number, code: string): void {
    this.metrics.refusals.inc({ status });
    this.log.info({ status, code }, "request refused");
  }

  mutation(field: string, outcome: string): void {
    this.metrics.mutations.inc({ field, outcome });
  }

  delivery(): void {
    this.metrics.deliveries.inc();
  }

  socketOpened(): void {
    this.metrics.sockets.inc();
    this.log.info("socket opened");
  }

  socketClosed(code: number): void {
    this.metrics.sockets.dec();
    this.metrics.socketCloses.inc({
      // who comes from outside may close with any number
      code: code >= 1000 && code < 4600 ? code : "other",
    });
    this.log.info({ code }, "socket closed");
  }

  job(task: string, outcome: "done" | "failed", milliseconds: number): void {
    this.metrics.jobs.inc({ task, outcome });
    const ms = Math.round(milliseconds);
    this.log.info({ task, outcome, ms }, "job");
  }
}

/** Sees every operation that comes by HTTP. */
export function watchPlugin(watch: Watch): ApolloServerPlugin {
  return {
    async requestDidStart() {
      const start = performance.now();
      return {
        async willSendResponse({ operation, response: { body } }) {
          const { data, errors = [] } =
            body.kind === "single" ? body.singleResult : {};
          const codes = errors.map(({ extensions }) =>
            String(extensions?.["code"]),
          );
          const milliseconds = performance.now() - start;
          watch.operation({
            door: "HTTP",
            // what was refused before it ran has no data, and a stand-in for its document
            operation: data === undefined ? null : operation,
            codes,
            milliseconds,
          });
        },
      };
    },
  };
}
