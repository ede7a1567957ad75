// An appointment may be at the person's home, without an address; whoever asks for another date says which, or why.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (name: string, from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('${name}'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception '${name} reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

const ASKING = `if not is_senders and (new.asked_at, new.wished_for, new.answer)`;

const REWRITTEN = [
  [
    "guard_appointment",
    `new.ask_for, new.moved_from`,
    `new.ask_for, new.at_home, new.moved_from`,
  ],
  [
    "guard_appointment",
    `old.ask_for, old.moved_from`,
    `old.ask_for, old.at_home, old.moved_from`,
  ],
  [
    "guard_appointment",
    ASKING,
    `if new.state = 'PLANNED' and new.asked_at is distinct from old.asked_at and new.asked_at is not null
              and num_nonnulls(new.wished_for, new.wish_reason) = 0 then
            raise exception 'another date is asked for with a day or a reason' using errcode = '42501';
          end if;
          if not is_senders and (new.asked_at, new.wished_for, new.wish_reason, new.answer)`,
  ],
  [
    "guard_appointment",
    `from (old.asked_at, old.wished_for, old.answer)`,
    `from (old.asked_at, old.wished_for, old.wish_reason, old.answer)`,
  ],
  [
    "told_of_referral",
    `a.bring, a.ask_for)), 0) from appointment a`,
    `a.bring, a.ask_for, a.wish_reason)), 0) from appointment a`,
  ],
  [
    "forget_of_referral",
    `update appointment a set place = '–', bring = null, ask_for = null`,
    `update appointment a set place = case when not a.at_home then '–' end, bring = null, ask_for = null, wish_reason = null`,
  ],
] as const;

export class ComeToThePerson20261130089500 implements MigrationInterface {
  name = "ComeToThePerson20261130089500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table appointment
        -- the organisation comes; where to is in what travelled, and nowhere else
        add column at_home boolean not null default false,
        -- of the coordinator, why another date
        add column wish_reason text check (length(wish_reason) between 1 and 200),
        alter column place drop not null,
        add constraint appointment_somewhere check (at_home = (place is null)),
        add constraint appointment_reason_of_wish check (wish_reason is null or asked_at is not null);
    `);
    for (const [name, from, to] of REWRITTEN)
      await runner.query(rewrite(name, from, to));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, from, to] of [...REWRITTEN].reverse())
      await runner.query(rewrite(name, to, from));
    await runner.query(`
      do $$
        declare
          kind text := actor_kind();
        begin
          perform set_config('splot.kind', 'erasure', true);
          alter table appointment drop constraint appointment_somewhere;
          update appointment set place = '–' where place is null;
          perform set_config('splot.kind', kind, true);
        end $$;
      alter table appointment drop column wish_reason, drop column at_home, alter column place set not null;
    `);
  }
}
