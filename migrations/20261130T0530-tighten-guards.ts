// Guards that let something through: a word given at another address, counts to who came by a link, a place without an agreement.
import type { MigrationInterface, QueryRunner } from "typeorm";

interface Rewriting {
  name: string;
  from: string;
  to: string;
}

const REWRITTEN: readonly Rewriting[] = [
  {
    name: "guard_contact_person",
    from: `          if actor_kind() = 'system' then return new; end if;`,
    to: `          -- what she said herself she said at that address
          if old.willing_confirmed_by = 'HERSELF' and new.willing_confirmed_at is not distinct from old.willing_confirmed_at
              and lower(new.work_email) is distinct from lower(old.work_email) then
            new.willing_confirmed_at := null;
            new.willing_confirmed_by := null;
            new.willing_note := null;
          end if;
          if actor_kind() = 'system' then return new; end if;`,
  },
  {
    name: "partner_contribution",
    from: `          if not (exact or actor_is('OUS', 'DIRECTOR')) or not exists`,
    to: `          if actor_link() is not null or not (exact or actor_is('OUS', 'DIRECTOR')) or not exists`,
  },
  {
    name: "queue_positions",
    from: `        -- a function's own SET of such a setting is for superusers only`,
    to: `        if actor_link() is not null then return; end if;
        -- a function's own SET of such a setting is for superusers only`,
  },
  {
    // as agreements/obstacle.ts, on the day of the offer; what was offered before may still be taken
    name: "guard_referral_grounds",
    from: `              raise exception 'a sent referral keeps what it was sent under' using errcode = '42501';
            end if;
`,
    to: `              raise exception 'a sent referral keeps what it was sent under' using errcode = '42501';
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
`,
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

export class TightenGuards20261130053000 implements MigrationInterface {
  name = "TightenGuards20261130053000";

  async up(runner: QueryRunner): Promise<void> {
    for (const one of REWRITTEN) await runner.query(rewrite(one));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, from, to } of REWRITTEN)
      await runner.query(rewrite({ name, from: to, to: from }));
  }
}
