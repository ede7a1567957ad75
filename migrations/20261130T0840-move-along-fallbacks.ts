// Where a referral goes next if nobody takes it: an ordered list of services by its coordinator, along which the system moves (domain 1.10, K6).
import type { MigrationInterface, QueryRunner } from "typeorm";

const hers = (sender: string) =>
  `actor_kind() = 'system' or (actor_is('KIPUS') and ${sender} = actor_account())`;

const OWN_CHAIN = `exists (select from referral_chain c
  where c.centre_id = referral_fallback.centre_id and c.id = referral_fallback.chain_id)`;

/** One more timer of a referral; the rest of the function stays as the migrations before have made it. */
const timers = (from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('enqueue_job(text, uuid, timestamptz)'::regprocedure);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception 'enqueue_job reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;
const BEFORE = "'expire-referral',";
const WITH_MOVES = "'expire-referral', 'move-on',";

export class MoveAlongFallbacks20261130084000 implements MigrationInterface {
  name = "MoveAlongFallbacks20261130084000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table referral_chain (
        centre_id uuid not null,
        -- the referral that it began with
        id uuid not null,
        sender_account_id uuid not null references account (id),
        -- the one that is waited for now, or that was the last
        current_id uuid not null,
        version integer not null,
        stopped_by text check (stopped_by in
          ('COORDINATOR', 'REFERRED_ON', 'RESIDENT_REFUSED', 'SAFETY', 'SENDER_LEFT', 'CASE_CLOSED', 'NOTHING_LEFT')),
        primary key (centre_id, id),
        foreign key (centre_id, id) references referral (centre_id, id),
        foreign key (centre_id, current_id) references referral (centre_id, id)
      );
      create unique index referral_chain_current on referral_chain (centre_id, current_id);
      create index referral_chain_account on referral_chain (sender_account_id);
      create table referral_fallback (
        centre_id uuid not null,
        chain_id uuid not null,
        place integer not null check (place > 0),
        service_id uuid not null,
        state text not null check (state in ('WAITING', 'SENT', 'SKIPPED')),
        skipped_because text check (skipped_because in
          ('NO_FREE_PLACE', 'AGREEMENT_MISSING', 'TOO_MANY_HELD')),
        next_id uuid,
        decided_at timestamptz,
        primary key (centre_id, chain_id, place),
        foreign key (centre_id, chain_id) references referral_chain (centre_id, id),
        foreign key (centre_id, service_id) references service (centre_id, id),
        foreign key (centre_id, next_id) references referral (centre_id, id),
        check ((state = 'SENT') = (next_id is not null) and (state = 'SKIPPED') = (skipped_because is not null))
      );
      -- nobody is sent to the same place twice by one chain, and no two chains sent the same referral
      create unique index referral_fallback_service on referral_fallback (centre_id, chain_id, service_id);
      create unique index referral_fallback_next on referral_fallback (centre_id, next_id);
      create index referral_fallback_of_service on referral_fallback (centre_id, service_id);

      call wall('referral_chain'); call wall('referral_fallback');
      call grant_application('referral_chain', 'select, insert, update');
      call grant_application('referral_fallback', 'select, insert, update, delete');
      -- the coordinator's own: neither the organisation that is asked first nor the one that is asked next reads of the other
      create policy read_chain on referral_chain for select using (centre_id = actor_centre() and (${hers("sender_account_id")}));
      create policy make_chain on referral_chain for insert with check (centre_id = actor_centre() and (${hers("sender_account_id")})
        and exists (select from referral r where r.centre_id = referral_chain.centre_id and r.id = referral_chain.id
          and r.sender_account_id = referral_chain.sender_account_id));
      create policy change_chain on referral_chain for update using (centre_id = actor_centre() and (${hers("sender_account_id")}));
      create policy read_fallback on referral_fallback for select using (centre_id = actor_centre() and ${OWN_CHAIN});
      create policy plan_fallback on referral_fallback for insert with check (centre_id = actor_centre() and ${OWN_CHAIN}
        and (actor_kind() = 'system' or state = 'WAITING'));
      create policy move_fallback on referral_fallback for update using (centre_id = actor_centre() and actor_kind() = 'system');
      create policy unplan_fallback on referral_fallback for delete using (centre_id = actor_centre() and ${OWN_CHAIN}
        and state = 'WAITING');

      -- what ended without anybody having taken it, the latest first
      create index referral_unanswered on referral (centre_id, sender_account_id, finished_at desc)
        where status in ('DECLINED', 'EXPIRED');
    `);
    await runner.query(timers(BEFORE, WITH_MOVES));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(timers(WITH_MOVES, BEFORE));
    await runner.query(`
      drop index referral_unanswered;
      drop table referral_fallback, referral_chain;
    `);
  }
}
