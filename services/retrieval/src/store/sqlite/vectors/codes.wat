;; Estimated cosines of one query against many rows that are kept as one or two bits a dimension.
;;
;; Sixteen rows form a block: column after column (eight bits of each of the sixteen rows, so 16 bytes), then
;; float32 factor of each row, then float32 addend of each row. For each column the query gives two tables of 16
;; entries, one for the low and one for the high four bits: what those four signs add to the sum, as 0..127. So a
;; row's sum is looked up, sixteen rows at a time (the "fast scan" of André, Kermarrec and Le Scouarnec, 2015),
;; and estimate = (sum * step + base) * factor + (addend + offset).
;;
;; Build: npm run kernel -w services/retrieval. plain-codes.ts is the same in TypeScript.
(module
  (import "env" "memory" (memory 1))
  (func (export "estimate")
    (param $block i32)    ;; address of the first block
    (param $count i32)    ;; blocks
    (param $columns i32)
    (param $tables i32)   ;; address of the query's tables, 32 bytes a column
    (param $out i32)      ;; address of float32 estimates, sixteen a block
    (param $step f32) (param $base f32) (param $offset f32)
    (local $table i32) (local $end i32) (local $tail i32)
    (local $v v128) (local $even v128) (local $odd v128) (local $low v128) (local $high v128)
    (local $stepv v128) (local $basev v128) (local $offsetv v128)
    (local.set $stepv (f32x4.splat (local.get $step)))
    (local.set $basev (f32x4.splat (local.get $base)))
    (local.set $offsetv (f32x4.splat (local.get $offset)))
    (block $done
      (loop $blocks
        (br_if $done (i32.le_s (local.get $count) (i32.const 0)))
        (local.set $even (v128.const i32x4 0 0 0 0))
        (local.set $odd (v128.const i32x4 0 0 0 0))
        (local.set $table (local.get $tables))
        (local.set $tail (i32.add (local.get $block) (i32.shl (local.get $columns) (i32.const 4))))
        (loop $columns_of_block
          (local.set $v (v128.load (local.get $block)))
          ;; Two entries add up to 254 at most: one byte holds them.
          (local.set $v (i8x16.add
            (i8x16.swizzle (v128.load (local.get $table))
              (v128.and (local.get $v) (v128.const i32x4 0x0f0f0f0f 0x0f0f0f0f 0x0f0f0f0f 0x0f0f0f0f)))
            (i8x16.swizzle (v128.load offset=16 (local.get $table))
              (i8x16.shr_u (local.get $v) (i32.const 4)))))
          ;; Rows 1, 3, ... in 16 bits each; the others with the odd ones' sums above them, taken off at the end.
          (local.set $odd (i16x8.add (local.get $odd) (i16x8.shr_u (local.get $v) (i32.const 8))))
          (local.set $even (i16x8.add (local.get $even) (local.get $v)))
          (local.set $block (i32.add (local.get $block) (i32.const 16)))
          (local.set $table (i32.add (local.get $table) (i32.const 32)))
          (br_if $columns_of_block (i32.lt_u (local.get $block) (local.get $tail))))
        (local.set $even (i16x8.sub (local.get $even) (i16x8.shl (local.get $odd) (i32.const 8))))
        (local.set $low (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $even) (local.get $odd)))
        (local.set $high (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $even) (local.get $odd)))
        (v128.store (local.get $out)
          (call $scaled (i32x4.extend_low_i16x8_u (local.get $low)) (local.get $tail)
            (local.get $stepv) (local.get $basev) (local.get $offsetv)))
        (v128.store offset=16 (local.get $out)
          (call $scaled (i32x4.extend_high_i16x8_u (local.get $low)) (i32.add (local.get $tail) (i32.const 16))
            (local.get $stepv) (local.get $basev) (local.get $offsetv)))
        (v128.store offset=32 (local.get $out)
          (call $scaled (i32x4.extend_low_i16x8_u (local.get $high)) (i32.add (local.get $tail) (i32.const 32))
            (local.get $stepv) (local.get $basev) (local.get $offsetv)))
        (v128.store offset=48 (local.get $out)
          (call $scaled (i32x4.extend_high_i16x8_u (local.get $high)) (i32.add (local.get $tail) (i32.const 48))
            (local.get $stepv) (local.get $basev) (local.get $offsetv)))
        (local.set $out (i32.add (local.get $out) (i32.const 64)))
        (local.set $block (i32.add (local.get $tail) (i32.const 128)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $blocks))))

  ;; (sum * step + base) * factor + (addend + offset) of four rows; the addends lie 64 bytes behind the factors.
  (func $scaled (param $sum v128) (param $factors i32) (param $step v128) (param $base v128) (param $offset v128) (result v128)
    (f32x4.add
      (f32x4.mul
        (f32x4.add
          (f32x4.mul (f32x4.convert_i32x4_u (local.get $sum)) (local.get $step))
          (local.get $base))
        (v128.load (local.get $factors)))
      (f32x4.add (v128.load offset=64 (local.get $factors)) (local.get $offset)))))
