/** The element that scrolls: in a panel too low for fixed parts, that is the whole page. */
export class Scroller {
  constructor(private readonly root: HTMLElement) {}

  get top(): number {
    return this.element.scrollTop;
  }

  set top(value: number) {
    const { element } = this;
    if (element.scrollTop !== value) element.scrollTop = value;
  }

  private get element(): Element {
    const main = this.root.querySelector('main');
    const page = document.scrollingElement ?? document.documentElement;
    return main && getComputedStyle(main).overflowY !== 'visible' ? main : page;
  }
}
