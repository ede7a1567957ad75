// The second wall of parties and ends: a party comes unsigned, the hub notes for others what they signed on paper, nobody leaves or ends in the past or before the plans are made, and what is to be put right is answered by its organisation in words (domain 1.7, 1.14).
import type { MigrationInterface, QueryRunner } from "typeorm";

const makeParty = (further: string) => `
  alter policy make_party on agreement_party with check (
    centre_id = actor_centre() and (actor_kind() = 'system' or (actor_is('OUS') and is_negotiated(agreement_id)${further})));`;

const MARKED = `(said->>'signature_noted_on' is not null) <> is_anothers)`;
const ON_PAPER = `((said->>'signature_noted_on' is not null) <> is_anothers
                or is_anothers and said->>'signature_kind' is distinct from 'PAPER'))`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (was: string, becomes: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_noted_word'::regproc);
    begin
      if position($from$${was}$from$ in was) = 0 then raise exception 'guard_noted_word reads otherwise'; end if;
      execute replace(was, $from$${was}$from$, $to$${becomes}$to$);
    end $rewriting$;`;

/** The clock is the application's: today is no earlier than the day on which something happened last. */
const isPast = (day: string) => `
          ${day} < (select (v.at at time zone 'Europe/Warsaw')::date from event v
            where v.centre_id = new.centre_id order by v.position desc limit 1)`;

const withoutPlan = (whose: string, day: string) => `
          exists (select from referral r where r.centre_id = new.centre_id and ${whose}
            and r.status not in ('DRAFT', 'COMPLETED', 'DISCONTINUED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')
            and not exists (select from referral_continuation c
              where c.centre_id = r.centre_id and c.referral_id = r.id and c.until >= ${day}))`;

const guard = (name: string, held: string, told: string) => `
  create function ${name}() returns trigger language plpgsql as $$
    declare
      kind text := actor_kind();
      held boolean;
    begin
      if kind = 'system' then
        return new;
      end if;
      perform set_config('splot.kind', 'system', true);
      select ${held} into held;
      perform set_config('splot.kind', kind, true);
      if held then
        raise exception '${told}' using errcode = '42501';
      end if;
      return new;
    end $$;`;

export class HoldPartiesAndEnds20261130078600 implements MigrationInterface {
  name = "HoldPartiesAndEnds20261130078600";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${makeParty(` and agreed_on is null and signed_on is null and left_on is null
      and on_behalf_reason is null and signature_noted_on is null`)}
      ${rewrite(MARKED, ON_PAPER)}

      ${guard(
        "guard_leaving_party",
        `${isPast("new.left_on")} or ${withoutPlan("r.agreement_id = new.agreement_id and r.partner_id = new.partner_id", "new.left_on - 1")}`,
        "a party leaves from today on, when it has handed over",
      )}
      create trigger guard_leaving_party before update of left_on on agreement_party
        for each row when (old.left_on is null and new.left_on is not null) execute function guard_leaving_party();

      ${guard(
        "guard_agreement_end",
        `${isPast("least(new.ended_on, new.valid_to)")} or ${withoutPlan("r.agreement_id = new.id", "coalesce(least(new.ended_on, new.valid_to), 'infinity')")}`,
        "an agreement ends today at the earliest, when each referral has its plan",
      )}
      create trigger guard_agreement_end before update of ended_on, valid_to, status on agreement
        for each row when (old.status in ('SIGNED', 'ACTIVE', 'SUSPENDED')
          and (new.ended_on is distinct from old.ended_on or new.valid_to is distinct from old.valid_to
            or new.status in ('TERMINATED', 'WITHDRAWN', 'EXPIRED'))) execute function guard_agreement_end();
    `);
    await runner.query(`
      create function guard_shortfall_answer() returns trigger language plpgsql as $$
        begin
          if actor_kind() = 'system' then
            return new;
          end if;
          if (new.state <> old.state and new.state = 'ANSWERED' and new.answer is null)
              or (new.answered_at is distinct from old.answered_at and not (actor_is('PARTNER_ADMIN') and new.partner_id = actor_partner()))
              or (new.closed_at is distinct from old.closed_at and not actor_is('OUS')) then
            raise exception 'the organisation answers in words, and the buyer says when it closed' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_shortfall_answer before update on shortfall
        for each row execute function guard_shortfall_answer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_shortfall_answer on shortfall;
      drop trigger guard_agreement_end on agreement;
      drop trigger guard_leaving_party on agreement_party;
      drop function guard_shortfall_answer, guard_agreement_end, guard_leaving_party;
      ${rewrite(ON_PAPER, MARKED)}
      ${makeParty("")}
    `);
  }
}
