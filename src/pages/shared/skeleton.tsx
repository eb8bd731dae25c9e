import type { VNode } from 'preact';
import { skeletonLines } from '../../panel/contract/skeleton';
import { HiddenText } from './hiddenText';
import './skeleton.css';

/**
 * The shapes of what is coming, shown with a delay so that a quick answer does not flash; the text is for screen
 * readers.
 */
export function Skeleton({ text }: { readonly text: string }): VNode {
  return (
    <div class="skeleton" role="status">
      <HiddenText>{text}</HiddenText>
      {skeletonLines.map((bones, line) => (
        <div key={line} class="bones">
          {bones.map((bone, index) => (
            <span key={index} class={bone} />
          ))}
        </div>
      ))}
    </div>
  );
}
