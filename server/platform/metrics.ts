// The numbers of this process for Prometheus: counted without anybody's name, served on a port of their own.
import { createServer, type Server } from "node:http";

import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from "prom-client";

import { listen } from "./listen.js";

/** How a number that is looked up is found; one that cannot be had is left out. */
export interface Reading {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  read(): Promise<readonly Reckoned[]> | readonly Reckoned[];
}

export interface Reckoned {
  readonly value: number;
  readonly labels?: Record<string, string>;
}

export class Metrics {
  private readonly registry = new Registry();
  readonly operations = this.counter(
    "operations_total",
    "Operations by door, kind and outcome.",
    ["door", "kind", "outcome"],
  );
  readonly operationSeconds = new Histogram({
    name: "splot_operation_seconds",
    help: "How long operations took, by kind and first field.",
    labelNames: ["kind", "field"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly refusals = this.counter(
    "refused_requests_total",
    "Requests that never became an operation, by status.",
    ["status"],
  );
  readonly mutations = this.counter(
    "mutations_total",
    "Mutations by what came of them: done, a problem, or a code.",
    ["field", "outcome"],
  );
  readonly sockets = new Gauge({
    name: "splot_sockets",
    help: "Open sockets.",
    registers: [this.registry],
  });
  readonly socketCloses = this.counter(
    "socket_closes_total",
    "Closed sockets by code; 1013 is a reader that was too slow.",
    ["code"],
  );
  readonly deliveries = this.counter(
    "deliveries_total",
    "Texts of subscriptions given to sockets.",
    [],
  );
  readonly jobs = this.counter("jobs_total", "Jobs done and failed.", [
    "task",
    "outcome",
  ]);

  /** Of the process itself: memory, processor, event loop. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A number that is looked up whenever somebody asks. */
  add({ name, help, labels = [], read }: Reading): void {
    new Gauge({
      name: `splot_${name}`,
      help,
      labelNames: [...labels],
      registers: [this.registry],
      async collect() {
        this.reset();
        try {
          for (const { labels: of = {}, value } of await soon(read()))
            this.set(of, value);
        } catch {
          // the database is away, which splot_database_up tells
        }
      },
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private counter<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
  ) {
    return new Counter({
      name: `splot_${name}`,
      help,
      labelNames,
      registers: [this.registry],
    });
  }
}

/** Whoever asks for numbers does not wait for a database that is away. */
async function soon<Result>(result: Promise<Result> | Result): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no number in time")), 2000);
  });
  return await Promise.race([result, patience]).finally(() =>
    clearTimeout(timer),
  );
}

/** Apart from what strangers reach. */
export async function serveMetrics(
  metrics: Metrics,
  { port, host }: { port: number; host: string },
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) =>
        response
          .writeHead(200, {
            "content-type": "text/plain; version=0.0.4; charset=utf-8",
          })
          .end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, port, host);
  return server;
}
