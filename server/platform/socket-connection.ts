// One open socket: what is still unsent on it, whether it is alive, and how it is closed.
import { GraphQLError } from "graphql";
import { type RawData, WebSocket } from "ws";

/** Bounds of a socket; times in milliseconds. */
export interface Pace {
  /** Operations at once on one socket. */
  operations: number;
  socketsPerAccount: number;
  /** To say who one is after opening. */
  initMs: number;
  pingMs: number;
  /** Without any progress while something is unsent. */
  stalledMs: number;
  unsentBytes: number;
  beatMs: number;
  verifyMs: number;
  /** For the closing handshake when the process ends. */
  drainMs: number;
}

/** Stalls, sizes and the five seconds are promised in trust; the rest is room for many tabs. */
export const usualPace: Pace = {
  operations: 50,
  socketsPerAccount: 50,
  initMs: 5_000,
  pingMs: 12_000,
  stalledMs: 10_000,
  unsentBytes: 1024 * 1024,
  beatMs: 1_000,
  verifyMs: 4_000,
  drainMs: 4_000,
};

const refusal = (message: string, extensions: Record<string, unknown>) =>
  new GraphQLError(message, { extensions });

/** A message that only servers send; the library throws where the protocol wants a close. */
function isNotForServers(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.message.startsWith("Unexpected message of type")
  );
}

/** In bytes, by RFC 6455. */
const longestReason = 123;

export class Connection<Caller> {
  caller: Caller | undefined;
  onText: (text: string) => Promise<void> = () => Promise.resolve();
  onFault: (error: unknown) => void = () => undefined;
  /** Once, as soon as either side closes: from here nothing more is sent. */
  onClosing: (code: number, reason: string) => void = () => undefined;
  onGone: () => void = () => undefined;
  /** Ids of operations that have not ended yet, whether or not the client still waits for them. */
  private readonly working = new Set<string>();
  private admitted: string[] = [];
  /** In milliseconds of beats, so that a process that was blocked does not take its own silence for the other side's. */
  private clock = 0;
  private beatenAt = performance.now();
  private isClosing = false;
  private isAnswered = true;
  private pingedAt = 0;
  private progressAt = 0;
  private sent = 0;
  private sentBefore = 0;
  private unsentBefore = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly pace: Pace,
  ) {
    socket.on("message", (data: RawData, isBinary) => {
      this.weigh();
      // after a close nothing is begun any more
      if (this.isClosing) return;
      if (isBinary || !Buffer.isBuffer(data)) this.closeUnspoken();
      else void this.take(data.toString());
    });
    // the library answers pings by itself, also those that nobody reads
    socket.on("ping", () => this.weigh());
    socket.on("pong", () => {
      this.isAnswered = true;
    });
    // a broken frame: the library closes with the code of the fault
    socket.on("error", () => undefined);
    socket.on("close", (code, reason) => {
      this.closing(code, reason.toString());
      this.onGone();
    });
  }

  /** Asked for each operation while its text is taken, which then lasts as long as the operation. */
  admit(id: string): GraphQLError | null {
    // completed by the client, and still at work
    if (this.working.has(id))
      return refusal("The id is not free yet.", { code: "BAD_USER_INPUT" });
    const { operations } = this.pace;
    if (this.working.size >= operations)
      return refusal(`A socket carries ${operations} operations at once.`, {
        code: "TOO_COSTLY",
        asked: this.working.size + 1,
        allowed: operations,
      });
    this.admitted.push(id);
    return null;
  }

  /** Resolves when the text is on the wire, or the socket gone. */
  send(text: string): Promise<void> {
    if (this.isClosing) return Promise.resolve();
    return new Promise((resolve) => {
      this.socket.send(text, () => {
        this.sent++;
        resolve();
      });
      this.weigh();
    });
  }

  close(code: number, reason: string): void {
    if (this.isClosing) return;
    // the reason may repeat what a client said, and a frame of this kind holds little
    const fits = Buffer.byteLength(reason) <= longestReason;
    this.socket.close(code, fits ? reason : "");
    this.closing(code, reason);
  }

  /** What was said is no message of the protocol. */
  private closeUnspoken(): void {
    this.close(4400, "Invalid message received");
  }

  /** Pings, and finds those who have stopped reading. */
  beat(): void {
    const now = this.tick();
    const unsent = this.socket.bufferedAmount;
    const hasMoved =
      this.sent !== this.sentBefore || unsent < this.unsentBefore;
    if (unsent === 0 || hasMoved) this.progressAt = now;
    else if (now - this.progressAt >= this.pace.stalledMs) this.closeSlow();
    this.sentBefore = this.sent;
    this.unsentBefore = unsent;
    if (now - this.pingedAt < this.pace.pingMs || this.isClosing) return;
    if (!this.isAnswered) {
      this.closeSlow();
      return;
    }
    this.isAnswered = false;
    this.pingedAt = now;
    this.socket.ping();
  }

  /** Another process is ready to take its caller. */
  leave(withinMs: number): Promise<void> {
    this.close(1012, "Restarting");
    if (this.socket.readyState === WebSocket.CLOSED) return Promise.resolve();
    return new Promise((resolve) => {
      const last = setTimeout(() => this.socket.terminate(), withinMs);
      this.socket.once("close", () => {
        clearTimeout(last);
        resolve();
      });
    });
  }

  private async take(text: string): Promise<void> {
    const taken = this.onText(text);
    const begun = this.admitted.splice(0);
    for (const id of begun) this.working.add(id);
    try {
      await taken;
    } catch (error) {
      if (isNotForServers(error)) this.closeUnspoken();
      else this.onFault(error);
    } finally {
      for (const id of begun) this.working.delete(id);
    }
  }

  private tick(): number {
    const at = performance.now();
    this.clock += Math.min(at - this.beatenAt, 2 * this.pace.beatMs);
    this.beatenAt = at;
    return this.clock;
  }

  private weigh(): void {
    if (this.socket.bufferedAmount > this.pace.unsentBytes) this.closeSlow();
  }

  private closeSlow(): void {
    this.close(1013, "Reading too slowly");
  }

  private closing(code: number, reason: string): void {
    if (this.isClosing) return;
    this.isClosing = true;
    this.onClosing(code, reason);
  }
}
