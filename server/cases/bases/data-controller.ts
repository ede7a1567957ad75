// Who answers for the data of residents, how the officer is reached, and how long data are seen: what the sheet to sign says (GDPR art. 13).
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  description: "Who answers for the data of residents, and how long.",
})
export class DataController {
  @Field(() => String, { description: "Name of the centre's own office." })
  name!: string;

  @Field(() => [String], {
    description:
      "Where the data protection officer is reached: mail, telephone, address.",
  })
  officerAt!: string[];

  @Field(() => Int, {
    description:
      "So many days after the end of a referral its partner sees nothing of the person any more.",
  })
  hidesAfterDays!: number;

  @Field(() => Int, {
    description:
      "So many months after the end of a case who the person is gets erased, where nothing has to be kept.",
  })
  erasesAfterMonths!: number;
}
