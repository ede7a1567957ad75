// One stream of the centre's log, followed from its last cursor through every loss of the connection.

export interface Delivery {
  __typename: string;
  cursor: string;
}

/**
 * Why a stream ended: the line broke, the log no longer holds the cursor, the viewer's rights changed, or the
 * stream is not the viewer's at all.
 */
export type Loss = "connection" | "cursor" | "rights" | "forbidden";

export interface StreamState {
  /** "closed": not the viewer's, so nothing is awaited of it. */
  phase: "connecting" | "catchingUp" | "live" | "closed";
  /** When anything was last heard on it, in milliseconds; null before the first word. */
  heardAt: number | null;
  /** Changes that came in the present replay. */
  replayed: number;
}

export interface Ears<D> {
  hear(delivery: D): void;
  lose(loss: Loss): void;
}

interface Options<D extends Delivery> {
  /** Opens the stream after a cursor, or from now; answers how to close it. */
  open(after: string | null, ears: Ears<D>): () => void;
  receive(delivery: D): void;
  lost(loss: Loss): void;
  tell(state: StreamState): void;
  now(): number;
  /** Runs later; answers how to call it off. */
  later(milliseconds: number, run: () => void): () => void;
}

const longestPause = 10_000;

export function followLog<D extends Delivery>(options: Options<D>) {
  let state: StreamState = { phase: "connecting", heardAt: null, replayed: 0 };
  let cursor: string | null = null;
  let pause = 500;
  let close = () => {};
  let callOff = () => {};

  function change(next: Partial<StreamState>) {
    state = { ...state, ...next };
    options.tell(state);
  }

  function open() {
    // words of a stream that was closed already are not heard
    let isCurrent = true;
    const shut = options.open(cursor, {
      hear: (delivery) => {
        if (isCurrent) hear(delivery);
      },
      lose: (loss) => {
        if (!isCurrent) return;
        isCurrent = false;
        lose(loss);
      },
    });
    close = () => {
      isCurrent = false;
      shut();
    };
  }

  function hear(delivery: D) {
    pause = 500;
    cursor = delivery.cursor;
    const heardAt = options.now();
    if (delivery.__typename === "CaughtUp") {
      change({ phase: "live", heardAt, replayed: 0 });
    } else if (state.phase === "live") {
      change({ heardAt });
    } else {
      const replayed = state.replayed + 1;
      change({ phase: "catchingUp", heardAt, replayed });
    }
    options.receive(delivery);
  }

  function lose(loss: Loss) {
    if (loss === "forbidden") {
      change({ phase: "closed", replayed: 0 });
      return;
    }
    if (loss === "cursor") cursor = null;
    change({ phase: "connecting", replayed: 0 });
    options.lost(loss);
    callOff = options.later(pause, open);
    pause = Math.min(pause * 2, longestPause);
  }

  open();
  return {
    stop() {
      callOff();
      close();
    },
    /** Opens anew at once, for a line that is silent or a person who asks. */
    again() {
      callOff();
      close();
      change({ phase: "connecting", replayed: 0 });
      open();
    },
  };
}
