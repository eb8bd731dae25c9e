import { Fragment, type VNode } from 'preact';
import './cut.css';

/** Keys such as SHOP-142, which a browser would break behind the hyphen. */
const keys = /([\p{L}\d_]+-\d+)/u;

/** A sentence in which no key is broken over two lines. */
export function Unbroken({ text }: { readonly text: string }): VNode {
  return (
    <>
      {text.split(keys).map((part, index) =>
        // What a group captures stands at the odd places.
        index % 2 === 1 ? (
          <span key={index} class="nobreak">
            {part}
          </span>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </>
  );
}
