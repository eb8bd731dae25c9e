/** How far down the panel is read; in a panel that is too low for parts that stay, the whole page scrolls. */
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
