// The interface of everything that has an id.
import { Field, ID, InterfaceType } from "type-graphql";

import { toGlobalId } from "./global-id.js";

@InterfaceType({
  description: "Everything that has an id and can be asked for by it.",
})
export abstract class Node {
  @Field(() => ID, {
    name: "id",
    description: "Opaque; the same at every reading.",
  })
  get globalId(): string {
    return toGlobalId(this.constructor.name, this.id);
  }

  id!: string;
}
