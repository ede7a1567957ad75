// Words that came to referrals since are masked and erased with the others, and a restriction ends the partner's sight meanwhile.
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The rest of the function stays as the migrations before have made it. */
const rewrite = (name: string, from: string, to: string) => `
  do $rewriting$
    declare was text := pg_get_functiondef('${name}'::regproc);
    begin
      if position($from$${from}$from$ in was) = 0 then raise exception '${name} reads otherwise'; end if;
      execute replace(was, $from$${from}$from$, $to$${to}$to$);
    end $rewriting$;`;

const CHANGES: readonly (readonly [string, string, string])[] = [
  [
    "kept_of_case",
    `+ count(r.statutory_document_ref) + count(r.withdraw_reason)`,
    `+ count(r.statutory_document_ref) + count(r.withdraw_reason) + count(r.suspend_note)
                + coalesce(sum((select count(*) from referral_message m where m.centre_id = r.centre_id
                    and m.referral_id = r.id)), 0)
                + coalesce(sum((select count(p.sealed) from referral_scope p where p.centre_id = r.centre_id
                    and p.referral_id = r.id)), 0)`,
  ],
  [
    "erase_case",
    `update referral_subject set own_reference = null`,
    `delete from referral_message m using referral_subject s where s.centre_id = of_centre and s.case_id = of_case
            and m.centre_id = s.centre_id and m.referral_id = s.referral_id;
          update referral_scope set sealed = null
            where centre_id = of_centre and case_id = of_case and sealed is not null;
          update referral r set suspend_note = null from referral_subject s
            where s.centre_id = of_centre and s.case_id = of_case and r.centre_id = s.centre_id and r.id = s.referral_id
              and r.suspend_note is not null;
          update referral_subject set own_reference = null`,
  ],
  [
    "mask_referrals",
    `num_nonnulls(r.statutory_document_ref, r.withdraw_reason) as held`,
    `(num_nonnulls(r.statutory_document_ref, r.withdraw_reason, r.suspend_note) + (select count(*)
                    from referral_message m where m.centre_id = r.centre_id and m.referral_id = r.id))::integer as held`,
  ],
  [
    "mask_referrals",
    `statutory_document_ref = null, withdraw_reason = null
                from seen`,
    `statutory_document_ref = null, withdraw_reason = null, suspend_note = null
                from seen`,
  ],
  [
    // counted again, not believed
    "mask_referrals",
    `) select seen.id, seen.number, seen.held from seen order by seen.nth;`,
    `) select seen.id, seen.number, seen.held from seen order by seen.nth;
            update protection_mark k set after = num_nonnulls(r.statutory_document_ref, r.withdraw_reason, r.suspend_note)
                + (select count(*) from referral_message m where m.centre_id = r.centre_id and m.referral_id = r.id)
              from referral r where k.centre_id = place and k.run_id = run and r.centre_id = place and r.number = k.subject;`,
  ],
  [
    "is_covered",
    `select exists (select from disclosure_basis b`,
    `select case_is_kept(actor_centre(), of_case) is distinct from 'RESTRICTED'
          and exists (select from disclosure_basis b`,
  ],
];

export class ForgetAllWords20261130086300 implements MigrationInterface {
  name = "ForgetAllWords20261130086300";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create policy erase_referral_scope on referral_scope for all to current_user using (actor_kind() = 'erasure')`,
    );
    for (const [name, from, to] of CHANGES)
      await runner.query(rewrite(name, from, to));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, from, to] of CHANGES.toReversed())
      await runner.query(rewrite(name, to, from));
    await runner.query(`drop policy erase_referral_scope on referral_scope`);
  }
}
