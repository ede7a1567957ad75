// The organiser of the local community keeps the supporting activities of the centre: its own services that volunteers, neighbours and self-help groups make (decision 0118).
import type { MigrationInterface, QueryRunner } from "typeorm";

const KEEPERS = "ARRAY['PARTNER_EDITOR'::text, 'PARTNER_ADMIN'::text]";
const TEAM =
  "ARRAY['PARTNER_EDITOR'::text, 'PARTNER_REFERRALS'::text, 'PARTNER_ADMIN'::text]";

const own = (roles: string, row = "") =>
  `(actor_is(VARIADIC ${roles}) AND (${row}partner_id = actor_partner()))`;

interface Widened {
  table: string;
  policy: string;
  clause: "qual" | "with_check";
  /** What stands before whom it lets through by now, and them. */
  places: readonly [before: string, own: string][];
  further: string;
}

const line = (kind: string) => `WHEN '${kind}'::text THEN `;

const lines = (
  kinds: readonly string[],
  opening: string,
  roles: string,
): Widened["places"] =>
  kinds.map((kind) => [`${line(kind)}${opening}`, own(roles, "c.")]);

const POLICIES: readonly Widened[] = [
  {
    ...{ table: "service", policy: "make_service", clause: "with_check" },
    places: [["", own(KEEPERS)]],
    further: "supports_residents(partner_id, supporting)",
  },
  {
    ...{ table: "service", policy: "change_service", clause: "qual" },
    places: [["", own(KEEPERS)]],
    further: "supports_residents(partner_id, supporting)",
  },
  {
    ...{ table: "capacity", policy: "make_capacity", clause: "with_check" },
    places: [["", own(KEEPERS)]],
    further: "keeps_supporting(service_id)",
  },
  {
    ...{ table: "capacity", policy: "change_capacity", clause: "qual" },
    places: [["", own(TEAM)]],
    further: "keeps_supporting(service_id)",
  },
  {
    table: "capacity_event",
    policy: "write_capacity_event",
    clause: "with_check",
    places: [
      ...lines(["OPENING", "SUSPEND", "RESUME"], "", KEEPERS),
      ...lines(["WALK_IN", "CONFIRM"], "", TEAM),
      ...lines(["SET_TOTAL", "WAITING"], "(", TEAM),
    ],
    further: "keeps_supporting(c.service_id)",
  },
  {
    ...{ table: "event", policy: "write_event", clause: "with_check" },
    places: [
      [line("OFFER"), own(KEEPERS)],
      [
        `${line("CAPACITY")}(actor_is(VARIADIC ARRAY['KIPUS'::text, 'OUS'::text]) OR `,
        own(TEAM),
      ],
    ],
    further: "keeps_supporting(subject_id)",
  },
];

type Change = [from: string, to: string];

const FUNCTIONS: readonly [name: string, ...Change][] = [
  [
    "guard_capacity",
    "and new.partner_id = actor_partner());",
    "and new.partner_id = actor_partner()) or keeps_supporting(new.service_id);",
  ],
  [
    "guard_service_programme",
    "and new.partner_id = actor_partner();",
    "and new.partner_id = actor_partner() or supports_residents(new.partner_id, new.supporting);",
  ],
  [
    "referrals_open_to",
    "actor_is('PARTNER_EDITOR', 'PARTNER_ADMIN'))",
    "actor_is('PARTNER_EDITOR', 'PARTNER_ADMIN', 'OSL'))",
  ],
];

/** What is not as it was is not changed in silence. */
const reworded = (
  read: string,
  begin: string,
  end: string,
  [from, to]: Change,
) => `
  do $do$ declare said text := ${read}; begin
    if position($text$${from}$text$ in said) = 0 then raise exception 'not as it was: %', said; end if;
    execute ${begin} || replace(said, $text$${from}$text$, $text$${to}$text$) || ${end};
  end $do$;`;

const inPolicy = ({ table, policy, clause }: Widened, change: Change) =>
  reworded(
    `(select ${clause} from pg_policies where tablename = '${table}' and policyname = '${policy}')`,
    `'alter policy ${policy} on ${table} ${clause === "qual" ? "using" : "with check"} ('`,
    "')'",
    change,
  );

const inFunction = (name: string, change: Change) =>
  reworded(`pg_get_functiondef('${name}'::regproc)`, "''", "''", change);

export class KeepSupportingActivities20261130111000 implements MigrationInterface {
  name = "KeepSupportingActivities20261130111000";

  async up(runner: QueryRunner): Promise<void> {
    const widened = POLICIES.flatMap((policy) =>
      policy.places.map(([before, said]) =>
        inPolicy(policy, [
          `${before}${said}`,
          `${before}(${said} OR ${policy.further})`,
        ]),
      ),
    );
    await runner.query(`
      alter table service add column supporting boolean not null default false
        check (not supporting or entry_mode in ('OPEN', 'TOKEN'));
      create function supports_residents(partner uuid, supporting boolean) returns boolean language sql stable
        as $$ select actor_is('OSL') and partner = actor_partner() and supporting $$;
      create function keeps_supporting(service uuid) returns boolean language sql stable
        as $$ select exists (select from service s where s.centre_id = actor_centre() and s.id = service
          and supports_residents(s.partner_id, s.supporting)) $$;
      ${widened.join("\n")}
      ${FUNCTIONS.map(([name, ...change]) => inFunction(name, change)).join("\n")}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${FUNCTIONS.map(([name, from, to]) => inFunction(name, [to, from])).join("\n")}
      ${POLICIES.map((policy) => inPolicy(policy, [` OR ${policy.further}`, ""])).join("\n")}
      drop function keeps_supporting;
      drop function supports_residents;
      alter table service drop column supporting;
    `);
  }
}
