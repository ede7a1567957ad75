// Whoever carries out a referral suggests another service; its coordinator decides, and who suggested learns that it is decided, not how (P11).
import type { MigrationInterface, QueryRunner } from "typeorm";

const COORDINATOR = `actor_is('KIPUS') and sender_account_id = actor_account()`;
const SUGGESTING = `actor_is('PARTNER_REFERRALS') and partner_id = actor_partner()`;
const TABLES = ["service_suggestion", "suggestion_decision"] as const;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (name: string, from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('${name}'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception '${name} reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

/** Behind what stands there already: masked with the referral, what the coordinator said with the case. */
const FURTHER: readonly (readonly [string, string, string])[] = [
  [
    "told_of_referral",
    `+ (select count(*) from referral_message m where m.centre_id = of_centre and m.referral_id = of_referral)`,
    `
      + (select count(g.reason) from service_suggestion g where g.centre_id = of_centre and g.referral_id = of_referral)`,
  ],
  [
    "forget_of_referral",
    `delete from referral_message m where m.centre_id = of_centre and m.referral_id = of_referral;`,
    `
      update service_suggestion g set reason = null
        where g.centre_id = of_centre and g.referral_id = of_referral and g.reason is not null;`,
  ],
  [
    "kept_of_case",
    `+ (select count(*) from referral_scope p where p.centre_id = of_centre and p.case_id = of_case)`,
    `
      + (select count(d.reason) from suggestion_decision d
          join service_suggestion g on g.centre_id = d.centre_id and g.id = d.suggestion_id
          join referral_subject s on s.centre_id = g.centre_id and s.referral_id = g.referral_id
          where s.centre_id = of_centre and s.case_id = of_case)`,
  ],
  [
    "erase_case",
    `delete from referral_scope where centre_id = of_centre and case_id = of_case;`,
    `
      update suggestion_decision d set reason = null from service_suggestion g
        join referral_subject s on s.centre_id = g.centre_id and s.referral_id = g.referral_id
        where s.centre_id = of_centre and s.case_id = of_case and d.reason is not null
          and d.centre_id = g.centre_id and d.suggestion_id = g.id;`,
  ],
];

/** A decision is the next version of the referral, also of one that was withdrawn since. */
const KEPT = `old.status in ('ACCEPTED', 'IN_PROGRESS', 'SUSPENDED', 'COMPLETED', 'DISCONTINUED')`;
const ALSO_WITHDRAWN = KEPT.replace(")", ", 'WITHDRAWN')");

export class LetPartnersSuggest20261130090000 implements MigrationInterface {
  name = "LetPartnersSuggest20261130090000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_suggestion (
        centre_id uuid not null,
        id uuid not null,
        referral_id uuid not null,
        partner_id uuid not null,
        sender_account_id uuid not null references account (id),
        service_id uuid not null,
        -- null: not said, or masked with its referral
        reason text check (length(reason) between 3 and 200),
        made_at timestamptz not null,
        decided_at timestamptz,
        primary key (centre_id, id),
        foreign key (centre_id, referral_id) references referral (centre_id, id),
        foreign key (centre_id, partner_id) references partner (centre_id, id),
        foreign key (centre_id, service_id) references service (centre_id, id)
      );
      create unique index service_suggestion_once on service_suggestion (centre_id, referral_id, service_id)
        where decided_at is null;
      create index service_suggestion_referral on service_suggestion (centre_id, referral_id, made_at desc);
      create index service_suggestion_partner on service_suggestion (centre_id, partner_id);
      create index service_suggestion_service on service_suggestion (centre_id, service_id);
      create index service_suggestion_account on service_suggestion (sender_account_id);
      -- how it was decided: apart, because who suggested reads the suggestion and never this
      create table suggestion_decision (
        centre_id uuid not null,
        suggestion_id uuid not null,
        sender_account_id uuid not null references account (id),
        outcome text not null check (outcome in ('TAKEN_OVER', 'DECLINED')),
        referral_id uuid,
        reason text check (length(reason) between 3 and 200),
        primary key (centre_id, suggestion_id),
        foreign key (centre_id, suggestion_id) references service_suggestion (centre_id, id),
        foreign key (centre_id, referral_id) references referral (centre_id, id),
        check ((outcome = 'TAKEN_OVER') = (referral_id is not null)),
        check (outcome = 'DECLINED' or reason is null)
      );
      create index suggestion_decision_referral on suggestion_decision (centre_id, referral_id);
      create index suggestion_decision_account on suggestion_decision (sender_account_id);

      call wall('service_suggestion'); call wall('suggestion_decision');
      call grant_application('service_suggestion', 'select, insert, update');
      call grant_application('suggestion_decision', 'select, insert');
      alter policy narrow_left on service_suggestion using (not actor_left() or partner_id = actor_partner());
      create policy read_service_suggestion on service_suggestion for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or (${COORDINATOR}) or (${SUGGESTING})));
      create policy suggest_service on service_suggestion for insert with check (centre_id = actor_centre() and (
        actor_kind() = 'system' or (${SUGGESTING} and not actor_left() and decided_at is null
          and exists (select from referral r
            where r.centre_id = service_suggestion.centre_id and r.id = service_suggestion.referral_id
              and r.partner_id = service_suggestion.partner_id
              and r.sender_account_id = service_suggestion.sender_account_id
              and r.service_id <> service_suggestion.service_id
              and r.status in ('ACCEPTED', 'IN_PROGRESS', 'SUSPENDED')))));
      create policy decide_suggestion on service_suggestion for update using (centre_id = actor_centre() and (
        actor_kind() = 'system' or (${COORDINATOR})));
      create policy read_suggestion_decision on suggestion_decision for select using (centre_id = actor_centre() and (
        actor_kind() = 'system' or (${COORDINATOR})));
      -- one suggestion, one service, one person
      create policy make_suggestion_decision on suggestion_decision for insert with check (centre_id = actor_centre() and (
        actor_kind() = 'system' or (${COORDINATOR} and exists (select from service_suggestion g
          left join referral_subject s on s.centre_id = g.centre_id and s.referral_id = g.referral_id
          where g.centre_id = suggestion_decision.centre_id and g.id = suggestion_decision.suggestion_id
            and g.sender_account_id = suggestion_decision.sender_account_id
            and (suggestion_decision.referral_id is null or exists (select from referral n
              left join referral_subject o on o.centre_id = n.centre_id and o.referral_id = n.id
              where n.centre_id = g.centre_id and n.id = suggestion_decision.referral_id
                and n.service_id = g.service_id and n.sender_account_id = g.sender_account_id
                and (s.case_id is null or s.case_id = o.case_id)))))));
      ${TABLES.map(
        (table) =>
          `create policy erase_${table} on ${table} for all to current_user using (actor_kind() = 'erasure');`,
      ).join("\n      ")}
    `);
    await runner.query(`
      create function guard_service_suggestion() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' then
            if (select count(*) from service_suggestion g
                where g.centre_id = new.centre_id and g.referral_id = new.referral_id) >= 10 then
              raise exception 'ten suggestions of one referral are enough' using errcode = '42501';
            end if;
            return new;
          end if;
          if to_jsonb(new) - 'decided_at' is distinct from to_jsonb(old) - 'decided_at'
              or old.decided_at is not null then
            raise exception 'a suggestion is decided once, and not rewritten' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_service_suggestion before insert or update on service_suggestion
        for each row when (actor_kind() <> 'erasure') execute function guard_service_suggestion();
    `);
    for (const [name, after, added] of FURTHER)
      await runner.query(rewrite(name, after, after + added));
    await runner.query(
      rewrite("guard_referral_transition", KEPT, ALSO_WITHDRAWN),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      rewrite("guard_referral_transition", ALSO_WITHDRAWN, KEPT),
    );
    for (const [name, after, added] of FURTHER)
      await runner.query(rewrite(name, after + added, after));
    await runner.query(`
      drop table suggestion_decision, service_suggestion;
      drop function guard_service_suggestion;
    `);
  }
}
