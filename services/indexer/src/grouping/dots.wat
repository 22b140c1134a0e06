;; Dot products of one int8 vector with many, as int32.
;;
;; A row is `dims` components between -127 and 127, dims a multiple of 16: then two products fit into int16 before
;; they are widened. Four rows are taken together, so that each piece of the query is loaded once for the four.
;;
;; Build: npm run kernel -w services/indexer. plain-dots.ts is the same in TypeScript.
(module
  (import "env" "memory" (memory 1))

  (func (export "dots")
    (param $query i32)    ;; address of the vector
    (param $row i32)      ;; address of the first row
    (param $count i32)    ;; rows
    (param $dims i32)
    (param $out i32)      ;; address of int32 dot products, one a row
    (local $d i32) (local $r1 i32) (local $r2 i32) (local $r3 i32)
    (local $q v128) (local $v v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)

    (block $four_done
      (loop $four
        (br_if $four_done (i32.lt_s (local.get $count) (i32.const 4)))
        (local.set $r1 (i32.add (local.get $row) (local.get $dims)))
        (local.set $r2 (i32.add (local.get $r1) (local.get $dims)))
        (local.set $r3 (i32.add (local.get $r2) (local.get $dims)))
        (local.set $s0 (v128.const i32x4 0 0 0 0))
        (local.set $s1 (v128.const i32x4 0 0 0 0))
        (local.set $s2 (v128.const i32x4 0 0 0 0))
        (local.set $s3 (v128.const i32x4 0 0 0 0))
        (local.set $d (i32.const 0))
        (loop $components
          (local.set $q (v128.load (i32.add (local.get $query) (local.get $d))))
          (local.set $v (v128.load (i32.add (local.get $row) (local.get $d))))
          (local.set $s0 (i32x4.add (local.get $s0) (i32x4.extadd_pairwise_i16x8_s (i16x8.add
            (i16x8.extmul_low_i8x16_s (local.get $v) (local.get $q))
            (i16x8.extmul_high_i8x16_s (local.get $v) (local.get $q))))))
          (local.set $v (v128.load (i32.add (local.get $r1) (local.get $d))))
          (local.set $s1 (i32x4.add (local.get $s1) (i32x4.extadd_pairwise_i16x8_s (i16x8.add
            (i16x8.extmul_low_i8x16_s (local.get $v) (local.get $q))
            (i16x8.extmul_high_i8x16_s (local.get $v) (local.get $q))))))
          (local.set $v (v128.load (i32.add (local.get $r2) (local.get $d))))
          (local.set $s2 (i32x4.add (local.get $s2) (i32x4.extadd_pairwise_i16x8_s (i16x8.add
            (i16x8.extmul_low_i8x16_s (local.get $v) (local.get $q))
            (i16x8.extmul_high_i8x16_s (local.get $v) (local.get $q))))))
          (local.set $v (v128.load (i32.add (local.get $r3) (local.get $d))))
          (local.set $s3 (i32x4.add (local.get $s3) (i32x4.extadd_pairwise_i16x8_s (i16x8.add
            (i16x8.extmul_low_i8x16_s (local.get $v) (local.get $q))
            (i16x8.extmul_high_i8x16_s (local.get $v) (local.get $q))))))
          (local.set $d (i32.add (local.get $d) (i32.const 16)))
          (br_if $components (i32.lt_u (local.get $d) (local.get $dims))))
        (i32.store (local.get $out) (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $s0)) (i32x4.extract_lane 1 (local.get $s0)))
          (i32.add (i32x4.extract_lane 2 (local.get $s0)) (i32x4.extract_lane 3 (local.get $s0)))))
        (i32.store offset=4 (local.get $out) (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $s1)) (i32x4.extract_lane 1 (local.get $s1)))
          (i32.add (i32x4.extract_lane 2 (local.get $s1)) (i32x4.extract_lane 3 (local.get $s1)))))
        (i32.store offset=8 (local.get $out) (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $s2)) (i32x4.extract_lane 1 (local.get $s2)))
          (i32.add (i32x4.extract_lane 2 (local.get $s2)) (i32x4.extract_lane 3 (local.get $s2)))))
        (i32.store offset=12 (local.get $out) (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $s3)) (i32x4.extract_lane 1 (local.get $s3)))
          (i32.add (i32x4.extract_lane 2 (local.get $s3)) (i32x4.extract_lane 3 (local.get $s3)))))
        (local.set $row (i32.add (local.get $r3) (local.get $dims)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $count (i32.sub (local.get $count) (i32.const 4)))
        (br $four)))

    (block $one_done
      (loop $one
        (br_if $one_done (i32.le_s (local.get $count) (i32.const 0)))
        (local.set $s0 (v128.const i32x4 0 0 0 0))
        (local.set $d (i32.const 0))
        (loop $components
          (local.set $q (v128.load (i32.add (local.get $query) (local.get $d))))
          (local.set $v (v128.load (i32.add (local.get $row) (local.get $d))))
          (local.set $s0 (i32x4.add (local.get $s0) (i32x4.extadd_pairwise_i16x8_s (i16x8.add
            (i16x8.extmul_low_i8x16_s (local.get $v) (local.get $q))
            (i16x8.extmul_high_i8x16_s (local.get $v) (local.get $q))))))
          (local.set $d (i32.add (local.get $d) (i32.const 16)))
          (br_if $components (i32.lt_u (local.get $d) (local.get $dims))))
        (i32.store (local.get $out) (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $s0)) (i32x4.extract_lane 1 (local.get $s0)))
          (i32.add (i32x4.extract_lane 2 (local.get $s0)) (i32x4.extract_lane 3 (local.get $s0)))))
        (local.set $row (i32.add (local.get $row) (local.get $dims)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $one)))
  )
)
