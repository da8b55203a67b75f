import { Component, createElement, type ComponentChild, type FunctionComponent } from 'preact';

/** The same component, drawn anew only when one of its props is another one: a list of messages is mostly rows that stay. */
export function pure<Props extends object>(render: (props: Props) => ComponentChild): FunctionComponent<Props> {
  class Pure extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const before = this.props as Readonly<Record<string, unknown>>;
      const names = Object.keys({ ...before, ...next });
      return names.some((name) => before[name] !== (next as Readonly<Record<string, unknown>>)[name]);
    }

    override render(): ComponentChild {
      return createElement(render as FunctionComponent<Props>, this.props as Props);
    }
  }
  return (props) => createElement(Pure, props);
}
