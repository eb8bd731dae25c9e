import ts from 'typescript';

/**
 * Every object that is written out in a text of JSON, JavaScript or TypeScript, outer ones first, also in texts within
 * it, where other languages keep JSON. Nothing is run: what is computed is left out.
 */
export function literalsIn(text: string): Record<string, unknown>[] {
  const isJson = /^\s*[[{]/.test(text);
  const source = ts.createSourceFile('answer.ts', isJson ? `(${text})` : text, ts.ScriptTarget.Latest, true);
  const found: Record<string, unknown>[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) found.push(valueOf(node) as Record<string, unknown>);
    if (ts.isStringLiteralLike(node) && node.text.startsWith('{')) found.push(...literalsIn(node.text));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function valueOf(node: ts.Expression): unknown {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node)) return -Number(node.operand.getText());
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(valueOf);
  if (ts.isObjectLiteralExpression(node)) {
    return Object.fromEntries(
      node.properties.flatMap((property) => {
        if (!ts.isPropertyAssignment(property)) return [];
        const { name, initializer } = property;
        const key = ts.isStringLiteralLike(name) || ts.isIdentifier(name) ? name.text : name.getText();
        return [[key, valueOf(initializer)] as const];
      }),
    );
  }
  // As in `new Date('2021-11-09T06:35:03.020Z')`.
  if (ts.isNewExpression(node) && node.arguments?.length === 1) return valueOf(node.arguments[0]!);
  const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
  return words[node.getText()];
}
