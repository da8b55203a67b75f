import type { FormErrorLeaf, FormErrorTree } from '../../errors.js';

/**
 * Collects complaints about the fields of a form and nests them as Discord does: by field name, list positions as keys, leaves under `_errors`.
 *
 * @see {@link https://docs.discord.com/developers/reference#error-messages | Error messages}
 */
export class FormErrors {
  private readonly complaints: { readonly path: readonly string[]; readonly leaf: FormErrorLeaf }[] = [];

  get isEmpty(): boolean {
    return this.complaints.length === 0;
  }

  add(path: readonly string[], code: string, message: string): void {
    this.complaints.push({ path, leaf: { code, message } });
  }

  tree(): FormErrorTree {
    const root: FormErrorTree = {};
    for (const { path, leaf } of this.complaints) {
      const node = descend(root, path);
      node['_errors'] = [...((node['_errors'] as readonly FormErrorLeaf[] | undefined) ?? []), leaf];
    }
    return root;
  }
}

function descend(root: FormErrorTree, path: readonly string[]): FormErrorTree {
  let node = root;
  for (const key of path) {
    node[key] ??= {};
    node = node[key] as FormErrorTree;
  }
  return node;
}
