// Name whom to ask about an agreement and what it carries out: a contact person of each party, and an adopted programme (domain 1.7, 2.5).
import type { MigrationInterface, QueryRunner } from "typeorm";

const keeps = `(new.centre_id, new.agreement_id, new.partner_id, new.is_required, new.contact_person_id)
            is distinct from (old.centre_id, old.agreement_id, old.partner_id, old.is_required, old.contact_person_id)`;
const keepsTalked = `(new.centre_id, new.agreement_id, new.partner_id, new.is_required)
            is distinct from (old.centre_id, old.agreement_id, old.partner_id, old.is_required)
          or (new.contact_person_id is distinct from old.contact_person_id
            and not (actor_is('OUS') and is_negotiated(new.agreement_id)))`;

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (was: string, becomes: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('guard_agreement_party'::regproc);
    begin
      if position($from$${was}$from$ in was) = 0 then raise exception 'guard_agreement_party reads otherwise'; end if;
      execute replace(was, $from$${was}$from$, $to$${becomes}$to$);
    end $rewriting$;`;

const UNDER = `exists (select from service s where s.centre_id = actor_centre() and s.programme_id = programme
                     and s.partner_id = actor_partner())`;

/** Who takes part in a programme: in its partnership, with a service under it, or by an agreement that carries it out. */
const takesPart = (further: string) => `
  create or replace function takes_part(programme uuid, network uuid) returns boolean language sql stable as $$
    select exists (select from network_membership m where m.centre_id = actor_centre() and m.network_id = network
                   and m.partner_id = actor_partner() and m.left_on is null)
      or ${UNDER}${further} $$;`;

export class NameWhomToAsk20261130074300 implements MigrationInterface {
  name = "NameWhomToAsk20261130074300";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agreement_party drop constraint agreement_party_centre_id_contact_person_id_fkey,
        -- she is one of the party's own
        add constraint agreement_party_contact foreign key (centre_id, partner_id, contact_person_id)
          references contact_person (centre_id, partner_id, id);
      drop index agreement_party_contact;
      create index agreement_party_contact on agreement_party (centre_id, partner_id, contact_person_id);
      ${rewrite(keeps, keepsTalked)}

      alter table agreement add constraint agreement_programme foreign key (centre_id, programme_id)
        references programme (centre_id, id);
      create function guard_carried_programme() returns trigger language plpgsql as $$
        begin
          if (tg_op = 'INSERT' or new.programme_id is distinct from old.programme_id) and not exists (select from programme p where p.centre_id = new.centre_id and p.id = new.programme_id
              and p.status <> 'DRAFT') then
            raise exception 'an agreement carries out a programme that was adopted' using errcode = '23514';
          end if;
          return new;
        end $$;
      create trigger guard_carried_programme before insert or update of programme_id on agreement
        for each row when (new.programme_id is not null) execute function guard_carried_programme();
      ${takesPart(`
      or exists (select from agreement a where a.centre_id = actor_centre() and a.programme_id = programme
                 and a.status <> 'DRAFT' and actor_partner() = any(a.present_ids))`)}

      -- what is proposed names nobody: so does what is in force
      alter table agreement_version no force row level security;
      update agreement_version set terms = terms || '{"programmeId": null, "contacts": []}'
        where status = 'PROPOSED' and not terms ? 'contacts';
      alter table agreement_version force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${takesPart("")}
      drop trigger guard_carried_programme on agreement;
      drop function guard_carried_programme;
      alter table agreement drop constraint agreement_programme;
      ${rewrite(keepsTalked, keeps)}
      drop index agreement_party_contact;
      create index agreement_party_contact on agreement_party (centre_id, contact_person_id);
      alter table agreement_party drop constraint agreement_party_contact,
        add foreign key (centre_id, contact_person_id) references contact_person (centre_id, id);
    `);
  }
}
