// jsdom has no CSS.escape, which React Aria popovers call.
globalThis.CSS ??= {};
globalThis.CSS.escape ??= (text) => String(text).replace(/[^a-zA-Z0-9_\u0080-\uffff-]/g, (c) => `\\${c}`);
