import type { Rest } from '../../../src/Rest.js';

/** What a method is called with: everything, whether it is optional or not; options only where they have something of their own. */
export type Given<Method> = Method extends (...given: infer All) => unknown
  ? Required<All> extends readonly [...infer Before, infer Options]
    ? readonly [...Before, Options?]
    : never
  : never;

/** Several calls of one method, where one cannot show everything. */
export class Several<One> {
  readonly calls: readonly One[];

  constructor(...calls: readonly One[]) {
    this.calls = calls;
  }
}

type AnyMethod = (...given: never[]) => unknown;
type IsGroup<T> = T extends AnyMethod ? false : T extends object ? (T[keyof T] extends AnyMethod ? true : false) : false;

/** The names of the properties of a {@link Rest} that hold nothing but methods. */
export type GroupName = { [Name in keyof Rest]-?: IsGroup<Rest[Name]> extends true ? Name : never }[keyof Rest];

/** The arguments for every method of one group. A method that is missing does not compile, and fails the test. */
export type GivenFor<Group extends GroupName> = {
  readonly [Method in keyof Rest[Group]]: Given<Rest[Group][Method]> | Several<Given<Rest[Group][Method]>>;
};
