// One open socket: what is still unsent on it, whether it is alive, and how it is closed.
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

export class Connection<Caller> {
  caller: Caller | undefined;
  onText: (text: string) => void = () => undefined;
  /** Once, as soon as either side closes: from here nothing more is sent. */
  onClosing: (code: number, reason: string) => void = () => undefined;
  onGone: () => void = () => undefined;
  private isClosing = false;
  private isAnswered = true;
  private pingedAt = performance.now();
  private progressAt = performance.now();
  private sent = 0;
  private sentBefore = 0;
  private unsentBefore = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly pace: Pace,
  ) {
    socket.on("message", (data: RawData) => {
      this.weigh();
      // after a close nothing is begun any more
      if (!this.isClosing)
        this.onText(Buffer.isBuffer(data) ? data.toString() : "");
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
    this.socket.close(code, reason);
    this.closing(code, reason);
  }

  /** Pings, and finds those who have stopped reading. */
  beat(): void {
    const now = performance.now();
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
