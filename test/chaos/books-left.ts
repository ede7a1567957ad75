// What PostgreSQL holds when all is quiet: the log and the state of one centre, read past every wall.
import pg from "pg";

export interface LoggedEvent {
  position: number;
  type: string;
  topic: string;
  /** The id of the graph. */
  subject: string;
  partnerId: string | null;
  senderAccountId: string | null;
  actorAccountId: string | null;
  status: string | null;
  version: number;
  total: number;
  occupied: number;
  reserved: number;
}

export interface LeftReferral {
  id: string;
  ownReference: string | null;
  status: string;
  /** Its time is over, by how many seconds. */
  overdue: number;
}

export interface BooksLeft {
  events: LoggedEvent[];
  referrals: LeftReferral[];
  /** What each request key stands for. */
  keys: { operation: string; key: string; noun: string }[];
  /** Lines of the ledger that count somebody in or out. */
  walkIns: { service: string; change: number }[];
  /** Jobs whose time has come and that nobody has done. */
  jobsDue: number;
}

const graphId = (kind: string, column: string) =>
  `translate(rtrim(encode(convert_to('${kind}:' || ${column}, 'UTF8'), 'base64'), '='), E'+/\\n', '-_')`;

/** Seconds since an answer was due or an offered place had to be confirmed. */
const overdue = `coalesce(extract(epoch from now() - case
  when status in ('SENT', 'RECEIVED', 'INFO_REQUESTED') then due_at
  when status = 'OFFERED' then offered_until end), 0)::float`;

export async function readBooks(
  adminUrl: string,
  centreId: string,
): Promise<BooksLeft> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const rows = async <Row extends pg.QueryResultRow>(sql: string) =>
    (await admin.query<Row>(sql, [centreId])).rows;
  try {
    await admin.query("begin isolation level repeatable read, read only");
    return {
      events: await rows<LoggedEvent>(
        `select position::int, type, topic, partner_id as "partnerId", sender_account_id as "senderAccountId",
                actor_account_id as "actorAccountId", facts->>'status' as status, (facts->>'version')::int as version,
                (facts->>'total')::int as total, (facts->>'occupied')::int as occupied,
                (facts->>'reserved')::int as reserved,
                case topic when 'REFERRAL' then ${graphId("Referral", "subject_id")}
                  else ${graphId("Service", "subject_id")} end as subject
         from event where centre_id = $1 order by position`,
      ),
      referrals: await rows<LeftReferral>(
        `select ${graphId("Referral", "r.id")} as id, s.own_reference as "ownReference", r.status,
                ${overdue} as overdue
         from referral r left join referral_subject s on s.centre_id = r.centre_id and s.referral_id = r.id
         where r.centre_id = $1`,
      ),
      keys: await rows(
        `select operation, key, case operation when 'sendReferral' then ${graphId("Referral", "noun_id")}
                else ${graphId("Service", "noun_id")} end as noun
         from request_key where centre_id = $1`,
      ),
      walkIns: await rows(
        `select ${graphId("Service", "service_id")} as service, occupied_change as change
         from capacity_event where centre_id = $1 and kind = 'WALK_IN'`,
      ),
      jobsDue: (
        await rows(
          `select from graphile_worker._private_jobs where run_at < now() and payload->>'centreId' = $1::text`,
        )
      ).length,
    };
  } finally {
    await admin.end();
  }
}
