// Who waits is placed as she would be sent that day: under the agreement, the programme and the basis of the day on which a place is offered.
import type { MigrationInterface, QueryRunner } from "typeorm";

interface Rewriting {
  name: string;
  from: string;
  to: string;
}

const REWRITTEN: readonly Rewriting[] = [
  {
    name: "guard_referral_grounds",
    from: `
          day date := (new.sent_at at time zone 'Europe/Warsaw')::date;`,
    to: `
          day date := (new.sent_at at time zone 'Europe/Warsaw')::date;
          is_offer boolean := tg_op = 'UPDATE' and old.status = 'WAITLISTED' and new.status = 'OFFERED';`,
  },
  {
    name: "guard_referral_grounds",
    from: `
            if (new.agreement_id, new.agreement_revision, new.disclosure_level, new.sent_at)
                is distinct from (old.agreement_id, old.agreement_revision, old.disclosure_level, old.sent_at) then
              raise exception 'a sent referral keeps what it was sent under' using errcode = '42501';
            end if;
            if old.status = 'WAITLISTED' and new.status = 'OFFERED' and not exists (
                select from partner p
                join centre c on c.id = p.centre_id
                join service s on s.centre_id = p.centre_id and s.id = new.service_id and s.status = 'ACTIVE'
                where p.centre_id = new.centre_id and p.id = new.partner_id and (c.hub_partner_id = p.id
                  or (p.status not in ('SUSPENDED', 'FORMER') and exists (select from network_membership m
                      where m.centre_id = p.centre_id and m.partner_id = p.id and m.left_on is null and m.role in ('HUB', 'MEMBER'))
                    and (p.data_role = 'SAME_CONTROLLER' or exists (select from carrying_agreements(new.partner_id,
                      new.service_id, (new.updated_at at time zone 'Europe/Warsaw')::date)))))) then
              raise exception 'no agreement carries this place any more' using errcode = '42501';
            end if;
            return new;
          end if;
          if new.status not in ('SENT', 'WAITLISTED') then
            return new;
          end if;`,
    to: `
            if (new.disclosure_level, new.sent_at) is distinct from (old.disclosure_level, old.sent_at)
                or (not is_offer and (new.agreement_id, new.agreement_revision)
                  is distinct from (old.agreement_id, old.agreement_revision)) then
              raise exception 'a sent referral keeps what it was sent under' using errcode = '42501';
            end if;
            if not is_offer then
              return new;
            end if;
            -- whoever is offered a place rests on the agreement of that day
            day := (new.updated_at at time zone 'Europe/Warsaw')::date;
          elsif new.status not in ('SENT', 'WAITLISTED') then
            return new;
          end if;`,
  },
  {
    name: "guard_programme_level",
    from: `
          -- what the actor cannot see lets nothing travel`,
    to: `
          if tg_op = 'UPDATE' and old.status <> 'DRAFT' and not (old.status = 'WAITLISTED' and new.status = 'OFFERED')
              and (new.disclosure_level, new.service_id) is not distinct from (old.disclosure_level, old.service_id) then
            return new;
          end if;
          -- what the actor cannot see lets nothing travel`,
  },
];

/** The rest of the function stays as the migrations before have made it. */
const rewrite = ({ name, from, to }: Rewriting) => `
  do $rewriting$
    declare was text := pg_get_functiondef('${name}'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception '${name} reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

export class PlaceAsSent20261130064100 implements MigrationInterface {
  name = "PlaceAsSent20261130064100";

  async up(runner: QueryRunner): Promise<void> {
    for (const one of REWRITTEN) await runner.query(rewrite(one));
    await runner.query(`
      drop trigger guard_programme_level on referral;
      create trigger guard_programme_level before insert or update of status, disclosure_level, service_id on referral
        for each row execute function guard_programme_level();

      -- who offers a place sees neither whom it is for nor what she agreed to
      create function guard_offer_basis() returns trigger language plpgsql as $$
        declare
          kind text := actor_kind();
          is_covered boolean;
        begin
          if kind = 'system' or new.disclosure_level = 'L0_TOKEN' then
            return new;
          end if;
          perform set_config('splot.kind', 'system', true);
          select exists (select from referral_subject s
            join disclosure_basis b on b.centre_id = s.centre_id and b.case_id = s.case_id
            where s.centre_id = new.centre_id and s.referral_id = new.id and b.partner_id = new.partner_id
              and (b.service_id is null or b.service_id = new.service_id)
              and level_order(b.max_level) >= level_order(new.disclosure_level)
              and b.revoked_at is null and b.given_at <= new.updated_at
              and (b.valid_to is null or b.valid_to > new.updated_at)) into is_covered;
          perform set_config('splot.kind', kind, true);
          if not is_covered then
            raise exception 'more than a number needs a basis on the day of the offer' using errcode = '42501';
          end if;
          return new;
        end $$;
      create trigger guard_offer_basis before update on referral
        for each row when (old.status = 'WAITLISTED' and new.status = 'OFFERED') execute function guard_offer_basis();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger guard_offer_basis on referral;
      drop function guard_offer_basis;
      drop trigger guard_programme_level on referral;
      create trigger guard_programme_level before insert or update of disclosure_level, service_id on referral
        for each row execute function guard_programme_level();
    `);
    for (const { name, from, to } of [...REWRITTEN].reverse())
      await runner.query(rewrite({ name, from: to, to: from }));
  }
}
