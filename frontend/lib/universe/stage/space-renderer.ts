/** Draws the themes with WebGL 2: one call, one instance a theme; outlines are cut out by the fragment shader. */

import { SHAPES } from '../universe.ts';
import { DIM, type MakeRenderer, POINTED, SELECTED, toBytes } from './renderer.ts';

/** Of an instance: x, y, radius, depth. */
const PLACE_FLOATS = 4;
/** Of an instance: red, green, blue, shape. */
const LOOK_BYTES = 4;

const VERTEX = `#version 300 es
layout(location = 0) in vec2 corner;
layout(location = 1) in vec4 place;
layout(location = 2) in vec4 look;
layout(location = 3) in float emphasis;
uniform vec2 size;
out vec2 at;
flat out vec3 colour;
flat out int shape;
flat out float radius;
flat out float haze;
flat out int marks;
void main() {
  marks = int(emphasis);
  bool hidden = place.z <= 0.0;
  bool ringed = (marks & ${SELECTED | POINTED}) != 0;
  float reach = hidden ? 0.0 : place.z + (ringed ? 5.0 : 1.0);
  at = corner * reach;
  radius = place.z;
  colour = look.rgb;
  shape = int(look.a * 255.0 + 0.5);
  // Dim themes lie behind the others and nearly vanish into the paper; far ones pale a little.
  bool dim = (marks & ${DIM}) != 0;
  haze = dim ? 0.85 : clamp(place.w * 1.3 - 0.55, 0.0, 0.62);
  float depth = (dim ? 0.5 : ringed ? -0.5 : 0.0) + place.w * 0.49;
  vec2 clip = (place.xy + at) / size * 2.0 - 1.0;
  gl_Position = hidden ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(clip.x, -clip.y, depth, 1.0);
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
in vec2 at;
flat in vec3 colour;
flat in int shape;
flat in float radius;
flat in float haze;
flat in int marks;
uniform vec3 paper;
uniform vec3 ink;
out vec4 result;
float outline(vec2 p, float r) {
  if (shape == 1) return max(abs(p.x), abs(p.y)) - r * 0.86;
  if (shape == 2) return (abs(p.x) + abs(p.y)) * 0.7071 - r * 0.82;
  if (shape == 3) return max(abs(p.x) * 0.866 - p.y * 0.5, p.y) - r * 0.62;
  return length(p) - r;
}
void main() {
  float edge = outline(at, radius);
  float body = clamp(0.5 - edge, 0.0, 1.0);
  vec3 shade = mix(colour, paper, haze);
  float alpha = body;
  if ((marks & ${SELECTED | POINTED}) != 0) {
    float ring = clamp(1.5 - abs(outline(at, radius + 3.0)), 0.0, 1.0);
    shade = mix(shade, ink, ring);
    alpha = max(body, ring);
  } else {
    // A rim of paper keeps themes apart that lie over each other.
    shade = mix(shade, paper, clamp(edge + 1.4, 0.0, 1.0) * 0.8);
  }
  if (alpha < 0.06) discard;
  result = vec4(shade, alpha);
}`;

function compile(gl: WebGL2RenderingContext): WebGLProgram | undefined {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) return undefined;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : undefined;
}

/** The driver says what it draws with; one that keeps it to itself is taken for a graphics card. */
function isSoftware(gl: WebGL2RenderingContext): boolean {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(String(name));
}

export const makeSpaceRenderer: MakeRenderer = (canvas, universe, onLost) => {
  const context = canvas.getContext('webgl2', {
    antialias: false,
    alpha: false,
    powerPreference: 'low-power',
  });
  const program = context ? compile(context) : undefined;
  if (!context || !program) return undefined;
  const gl = context;
  const { count } = universe.cloud;
  const places = new Float32Array(count * PLACE_FLOATS);
  const looks = new Uint8Array(count * LOOK_BYTES);

  const vertices = gl.createVertexArray();
  gl.bindVertexArray(vertices);
  const attribute = (location: number, length: number, type: number, normalized: boolean, each: number) => {
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, length, type, normalized, 0, 0);
    gl.vertexAttribDivisor(location, each);
    return buffer;
  };
  const corners = attribute(0, 2, gl.FLOAT, false, 0);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW);
  const placeBuffer = attribute(1, PLACE_FLOATS, gl.FLOAT, false, 1);
  gl.bufferData(gl.ARRAY_BUFFER, places.byteLength, gl.DYNAMIC_DRAW);
  const lookBuffer = attribute(2, LOOK_BYTES, gl.UNSIGNED_BYTE, true, 1);
  gl.bufferData(gl.ARRAY_BUFFER, looks.byteLength, gl.STATIC_DRAW);
  const emphasisBuffer = attribute(3, 1, gl.UNSIGNED_BYTE, false, 1);
  gl.bufferData(gl.ARRAY_BUFFER, count, gl.DYNAMIC_DRAW);

  // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's own name, no hook of React
  gl.useProgram(program);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
  gl.enable(gl.DEPTH_TEST);
  gl.depthFunc(gl.LEQUAL);
  const uniform = (name: string) => gl.getUniformLocation(program, name);
  const [sizeAt, paperAt, inkAt] = [uniform('size'), uniform('paper'), uniform('ink')];
  let pixelRatio = 1;
  const lost = (event: Event) => {
    event.preventDefault();
    onLost();
  };
  canvas.addEventListener('webglcontextlost', lost);

  return {
    isSoftware: isSoftware(gl),
    resize({ width, height }, ratio) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      pixelRatio = ratio;
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.uniform2f(sizeAt, width * ratio, height * ratio);
    },
    setPalette({ paper, ink, hues }) {
      const [r, g, b] = toBytes(paper).map((byte) => byte / 255) as [number, number, number];
      gl.clearColor(r, g, b, 1);
      gl.uniform3f(paperAt, r, g, b);
      const [ir, ig, ib] = toBytes(ink);
      gl.uniform3f(inkAt, ir / 255, ig / 255, ib / 255);
      for (const { hue, shape, themes } of universe.domains) {
        const look = [...toBytes(hues.get(hue) ?? ink), SHAPES.indexOf(shape)];
        for (const i of themes) looks.set(look, i * LOOK_BYTES);
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, lookBuffer);
      gl.bufferSubData(gl.ARRAY_BUFFER, 0, looks);
    },
    draw(points, emphasis) {
      for (let i = 0; i < count; i++) {
        const at = i * PLACE_FLOATS;
        places[at] = (points.x[i] ?? 0) * pixelRatio;
        places[at + 1] = (points.y[i] ?? 0) * pixelRatio;
        places[at + 2] = (points.radius[i] ?? 0) * pixelRatio;
        places[at + 3] = points.depth[i] ?? 0;
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, placeBuffer);
      gl.bufferSubData(gl.ARRAY_BUFFER, 0, places);
      gl.bindBuffer(gl.ARRAY_BUFFER, emphasisBuffer);
      gl.bufferSubData(gl.ARRAY_BUFFER, 0, emphasis);
      gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
    },
    dispose() {
      canvas.removeEventListener('webglcontextlost', lost);
      for (const buffer of [corners, placeBuffer, lookBuffer, emphasisBuffer]) gl.deleteBuffer(buffer);
      gl.deleteVertexArray(vertices);
      gl.deleteProgram(program);
    },
  };
};
