// An amendment that all have signed waits for its first day in a state of its own: another one can be proposed beside it, and takes its place once all have signed that.
import type { MigrationInterface, QueryRunner } from "typeorm";

const STATUSES = `'PROPOSED', 'IN_FORCE', 'PAST', 'REJECTED'`;

/** Of version `v`: nobody's signature is missing. */
const SIGNED_BY_ALL = (
  v: string,
) => `not exists (select from agreement_version_party s
                join agreement_party y on y.centre_id = s.centre_id and y.agreement_id = s.agreement_id and y.partner_id = s.partner_id
                where s.centre_id = ${v}.centre_id and s.agreement_id = ${v}.agreement_id and s.revision = ${v}.revision
                  and y.is_required and y.left_on is null and s.signed_on is null)`;

const guard = (when: string, further: string) => `
      create or replace function guard_agreement_version() returns trigger language plpgsql as $$
        begin${further}
          if exists (select from agreement a where a.centre_id = new.centre_id and a.id = new.agreement_id
                and a.status in ('SIGNED', 'ACTIVE', 'SUSPENDED') and a.ended_on is null
                -- a last day may go by while it waits for its first
                and coalesce(new.terms->>'validTo', a.valid_to::text) is null)
              and ${SIGNED_BY_ALL("new")} then
            raise exception 'what all have signed is undone by nobody alone' using errcode = '42501';
          end if;
          return new;
        end $$;
      drop trigger guard_agreement_version on agreement_version;
      create trigger guard_agreement_version before update on agreement_version
        for each row when (${when}) execute function guard_agreement_version();`;

const REPLACED = `
          if new.status = 'REPLACED' then
            if not exists (select from agreement_version v where v.centre_id = new.centre_id and v.agreement_id = new.agreement_id
                and v.status = 'PROPOSED' and ${SIGNED_BY_ALL("v")}) then
              raise exception 'only what all have signed takes the place of what all have signed' using errcode = '42501';
            end if;
            return new;
          end if;`;

const statuses = (said: string) => `
      alter table agreement_version drop constraint agreement_version_status_check;
      alter table agreement_version add constraint agreement_version_status_check check (status in (${said}));`;

const asItself = (statement: string) => `
      alter table agreement_version no force row level security;
      alter table agreement_version_party no force row level security;
      alter table agreement_party no force row level security;
      ${statement}
      alter table agreement_party force row level security;
      alter table agreement_version_party force row level security;
      alter table agreement_version force row level security;`;

export class AmendBesideWhatAllSigned20261130078100 implements MigrationInterface {
  name = "AmendBesideWhatAllSigned20261130078100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${statuses(`${STATUSES}, 'SIGNED', 'REPLACED'`)}
      -- since when something keeps it from force, though its first day has come
      alter table agreement_version add column held_on date;
      ${guard("old.status in ('PROPOSED', 'SIGNED') and new.status in ('REJECTED', 'REPLACED')", REPLACED)}
      ${asItself(`update agreement_version v set status = 'SIGNED' where v.status = 'PROPOSED' and ${SIGNED_BY_ALL("v")};
      -- as the data clause asks, so that one from before can take force
      update agreement_version set terms = terms || '{"allowsSensitive": false}',
        changes = (select coalesce(jsonb_agg(c order by place), '[]') from jsonb_array_elements(changes) with ordinality x(c, place)
          where c->>'field' <> 'allowsSensitive')
      where status = 'SIGNED' and terms->>'dataRole' = 'NO_PERSONAL_DATA' and terms->>'allowsSensitive' = 'true';`)}
      create unique index agreement_version_signed on agreement_version (centre_id, agreement_id) where status = 'SIGNED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index agreement_version_signed;
      ${guard("old.status = 'PROPOSED' and new.status = 'REJECTED'", "")}
      -- what was proposed beside it is proposed anew
      ${asItself(`
      alter table agreement_version disable trigger user;
      update agreement_version v set status = 'REJECTED' where v.status = 'REPLACED' or v.status = 'PROPOSED'
        and exists (select from agreement_version o where o.centre_id = v.centre_id and o.agreement_id = v.agreement_id and o.status = 'SIGNED');
      update agreement_version set status = 'PROPOSED' where status = 'SIGNED';
      alter table agreement_version enable trigger user;`)}
      alter table agreement_version drop column held_on;
      ${statuses(STATUSES)}
    `);
  }
}
