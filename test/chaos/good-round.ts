// The evidence of a small round in which nothing went wrong, for faults to be planted in.
import type { BooksLeft, LoggedEvent } from "./books-left.js";
import type { Evidence } from "./hearing.js";
import type { Answered, Deed, Heard, Listener } from "./record.js";

export interface GoodRound extends Evidence {
  deeds: Map<string, Deed>;
  answers: Map<string, Answered>;
  heard: Map<string, Heard[]>;
  books: BooksLeft;
}

const ous: Listener = {
  name: "ous",
  topic: "CAPACITY",
  role: "OUS",
  accountId: "ous",
  partnerId: "hub",
  from: 0,
};
const sender: Listener = {
  ...ous,
  name: "kipus",
  topic: "REFERRAL",
  role: "KIPUS",
  accountId: "kipus",
};

export const numbers = (version: number, reserved: number, occupied = 0) => ({
  total: 2,
  occupied,
  reserved,
  version,
});

export function event(
  position: number,
  given: Partial<LoggedEvent>,
): LoggedEvent {
  return {
    position,
    type: "CapacityChanged",
    topic: "CAPACITY",
    subject: "service",
    partnerId: "partner",
    senderAccountId: null,
    actorAccountId: "kipus",
    status: "ACTIVE",
    ...numbers(position, 0),
    ...given,
  };
}

const moved = {
  topic: "REFERRAL",
  subject: "referral",
  senderAccountId: "kipus",
};

/** One send that was done, one that was refused, one accepted, one walk-in, one repeat; and all heard of it. */
export function goodRound(): GoodRound {
  const send = {
    verb: "sendReferral",
    by: "kipus",
    subject: "service",
    amount: 1,
  } as const;
  const deeds: Deed[] = [
    { ...send, name: "t1" },
    { ...send, name: "t2" },
    { name: "t3", verb: "acceptReferral", by: "team", subject: "referral" },
    {
      name: "t4",
      verb: "recordWalkIn",
      by: "team",
      subject: "service",
      amount: 1,
    },
    { ...send, name: "t5", repeats: "t1" },
    { ...send, name: "t6", repeats: "t1", amount: 2 },
  ];
  const sent = { told: "Referral", id: "referral", status: "SENT", version: 1 };
  const answers: [string, Answered][] = [
    ["t1", { ...sent, service: "service", numbers: numbers(2, 1) }],
    ["t2", { told: "NoFreePlace" }],
    ["t3", { ...sent, status: "ACCEPTED", version: 2 }],
    ["t4", { told: "Service", service: "service", numbers: numbers(3, 1, 1) }],
    ["t5", sent],
    ["t6", { told: "RequestKeyReused" }],
  ];
  return {
    deeds: new Map(deeds.map((deed) => [deed.name, deed])),
    answers: new Map(answers),
    listeners: [ous, sender],
    heard: new Map<string, Heard[]>([
      [
        "ous",
        [
          { position: 1, subject: "service", numbers: numbers(1, 0) },
          { position: 1 },
          { position: 2, subject: "service", numbers: numbers(2, 1) },
          { position: 5, subject: "service", numbers: numbers(3, 1, 1) },
        ],
      ],
      [
        "kipus",
        [
          { position: 2 },
          { position: 3, subject: "referral", status: "SENT" },
          { position: 4, subject: "referral", status: "ACCEPTED" },
          { position: 5 },
        ],
      ],
    ]),
    books: {
      events: [
        event(1, { actorAccountId: null }),
        event(2, numbers(2, 1)),
        event(3, {
          ...moved,
          type: "ReferralSent",
          status: "SENT",
          version: 1,
        }),
        event(4, {
          ...moved,
          type: "ReferralAccepted",
          status: "ACCEPTED",
          version: 2,
          actorAccountId: "team",
        }),
        event(5, numbers(3, 1, 1)),
      ],
      referrals: [
        { id: "referral", ownReference: "t1", status: "ACCEPTED", overdue: 0 },
      ],
      keys: [
        { operation: "sendReferral", key: "t1", noun: "referral" },
        { operation: "recordWalkIn", key: "t4", noun: "service" },
      ],
      walkIns: [{ service: "service", change: 1 }],
      jobsDue: 0,
    },
  };
}
