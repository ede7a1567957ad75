// A suggestion for somebody whose data are erased is decided without a word: nothing would ever take the word away again.
import type { MigrationInterface, QueryRunner } from "typeorm";

const COORDINATOR = `actor_is('KIPUS') and sender_account_id = actor_account()`;

/** One suggestion, one service, one person. */
const decide = (further: string) => `
  alter policy make_suggestion_decision on suggestion_decision with check (centre_id = actor_centre() and (
    actor_kind() = 'system' or (${COORDINATOR} and exists (select from service_suggestion g
      left join referral_subject s on s.centre_id = g.centre_id and s.referral_id = g.referral_id
      where g.centre_id = suggestion_decision.centre_id and g.id = suggestion_decision.suggestion_id
        and g.sender_account_id = suggestion_decision.sender_account_id${further}
        and (suggestion_decision.referral_id is null or exists (select from referral n
          left join referral_subject o on o.centre_id = n.centre_id and o.referral_id = n.id
          where n.centre_id = g.centre_id and n.id = suggestion_decision.referral_id
            and n.service_id = g.service_id and n.sender_account_id = g.sender_account_id
            and (s.case_id is null or s.case_id = o.case_id)))))));`;

const NOTHING_OF_THE_ERASED = `
        and (suggestion_decision.reason is null or not exists (select from case_key k
          where k.centre_id = s.centre_id and k.case_id = s.case_id and k.wrapped_key is null))`;

export class WriteNothingOfTheErased20261130097100 implements MigrationInterface {
  name = "WriteNothingOfTheErased20261130097100";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(decide(NOTHING_OF_THE_ERASED));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(decide(""));
  }
}
