import assert from 'node:assert/strict';
import type { Frame, FrameLocator } from 'playwright-core';

/** The document of a webview in the colours that VS Code gives it, on the ground around it, which axe cannot see. */
export async function frameOn(webview: FrameLocator, ground: 'editor' | 'sideBar'): Promise<Frame> {
  const root = await webview.locator('html').elementHandle();
  const frame = await root.ownerFrame();
  assert.ok(frame);
  await frame.evaluate((name) => {
    document.documentElement.style.background = `var(--vscode-${name}-background)`;
  }, ground);
  return frame;
}
