;; Exact cosine of one query against many int8 rows.
;;
;; A row is `dims` int8 components (dims a multiple of 16), then its float32 step, then padding to 16 bytes. It
;; stands for mean + step * components, a unit vector, so its cosine is (query . components * step + query . mean)
;; / |query|; the last part is the same for all rows and comes as $offset.
;; The query is int16, so that only the stored rows are rounded, not what the reader asks. Its scale keeps
;; every sum within int32 (see quantise.ts). Four rows are scored together: each piece of the query is
;; loaded once for the four.
;;
;; Build: npm run kernel -w services/retrieval. plain-scan.ts is the same in TypeScript.
(module
  (import "env" "memory" (memory 1))

  (func (export "scan")
    (param $row i32)      ;; address of the first row
    (param $count i32)    ;; rows
    (param $dims i32)
    (param $query i32)    ;; address of the int16 query
    (param $out i32)      ;; address of float32 scores, one a row
    (param $scale f32)    ;; 1/|query|
    (param $offset f32)   ;; query . mean / |query|
    (local $stride i32) (local $end i32) (local $d i32)
    (local $r1 i32) (local $r2 i32) (local $r3 i32)
    (local $lo v128) (local $hi v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)

    (local.set $stride (i32.add (local.get $dims) (i32.const 16)))
    (local.set $end (i32.add (local.get $row) (i32.mul (local.get $count) (local.get $stride))))

    (block $four_done
      (loop $four
        (br_if $four_done (i32.lt_s (local.get $count) (i32.const 4)))
        (local.set $r1 (i32.add (local.get $row) (local.get $stride)))
        (local.set $r2 (i32.add (local.get $r1) (local.get $stride)))
        (local.set $r3 (i32.add (local.get $r2) (local.get $stride)))
        (local.set $s0 (v128.const i32x4 0 0 0 0))
        (local.set $s1 (v128.const i32x4 0 0 0 0))
        (local.set $s2 (v128.const i32x4 0 0 0 0))
        (local.set $s3 (v128.const i32x4 0 0 0 0))
        (local.set $d (i32.const 0))
        (loop $components
          (local.set $lo (v128.load (i32.add (local.get $query) (i32.shl (local.get $d) (i32.const 1)))))
          (local.set $hi (v128.load offset=16 (i32.add (local.get $query) (i32.shl (local.get $d) (i32.const 1)))))

          (local.set $s0 (i32x4.add (local.get $s0)
            (i32x4.dot_i16x8_s (v128.load8x8_s (i32.add (local.get $row) (local.get $d))) (local.get $lo))))
          (local.set $s0 (i32x4.add (local.get $s0)
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (i32.add (local.get $row) (local.get $d))) (local.get $hi))))

          (local.set $s1 (i32x4.add (local.get $s1)
            (i32x4.dot_i16x8_s (v128.load8x8_s (i32.add (local.get $r1) (local.get $d))) (local.get $lo))))
          (local.set $s1 (i32x4.add (local.get $s1)
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (i32.add (local.get $r1) (local.get $d))) (local.get $hi))))

          (local.set $s2 (i32x4.add (local.get $s2)
            (i32x4.dot_i16x8_s (v128.load8x8_s (i32.add (local.get $r2) (local.get $d))) (local.get $lo))))
          (local.set $s2 (i32x4.add (local.get $s2)
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (i32.add (local.get $r2) (local.get $d))) (local.get $hi))))

          (local.set $s3 (i32x4.add (local.get $s3)
            (i32x4.dot_i16x8_s (v128.load8x8_s (i32.add (local.get $r3) (local.get $d))) (local.get $lo))))
          (local.set $s3 (i32x4.add (local.get $s3)
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (i32.add (local.get $r3) (local.get $d))) (local.get $hi))))

          (local.set $d (i32.add (local.get $d) (i32.const 16)))
          (br_if $components (i32.lt_s (local.get $d) (local.get $dims))))

        (f32.store (local.get $out) (call $cosine (local.get $s0) (local.get $row) (local.get $dims) (local.get $scale) (local.get $offset)))
        (f32.store offset=4 (local.get $out) (call $cosine (local.get $s1) (local.get $r1) (local.get $dims) (local.get $scale) (local.get $offset)))
        (f32.store offset=8 (local.get $out) (call $cosine (local.get $s2) (local.get $r2) (local.get $dims) (local.get $scale) (local.get $offset)))
        (f32.store offset=12 (local.get $out) (call $cosine (local.get $s3) (local.get $r3) (local.get $dims) (local.get $scale) (local.get $offset)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $row (i32.add (local.get $r3) (local.get $stride)))
        (local.set $count (i32.sub (local.get $count) (i32.const 4)))
        (br $four)))

    ;; Up to three rows are left.
    (block $done
      (loop $one
        (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $s0 (v128.const i32x4 0 0 0 0))
        (local.set $d (i32.const 0))
        (loop $components
          (local.set $s0 (i32x4.add (local.get $s0)
            (i32x4.dot_i16x8_s (v128.load8x8_s (i32.add (local.get $row) (local.get $d)))
              (v128.load (i32.add (local.get $query) (i32.shl (local.get $d) (i32.const 1)))))))
          (local.set $s0 (i32x4.add (local.get $s0)
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (i32.add (local.get $row) (local.get $d)))
              (v128.load offset=16 (i32.add (local.get $query) (i32.shl (local.get $d) (i32.const 1)))))))
          (local.set $d (i32.add (local.get $d) (i32.const 16)))
          (br_if $components (i32.lt_s (local.get $d) (local.get $dims))))
        (f32.store (local.get $out) (call $cosine (local.get $s0) (local.get $row) (local.get $dims) (local.get $scale) (local.get $offset)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $row (i32.add (local.get $row) (local.get $stride)))
        (br $one))))

  ;; Sum of the four lanes x step x 1/|query| + offset.
  (func $cosine (param $s v128) (param $row i32) (param $dims i32) (param $scale f32) (param $offset f32) (result f32)
    (f32.add (f32.mul
      (f32.mul
        (f32.convert_i32_s
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $s)) (i32x4.extract_lane 1 (local.get $s)))
            (i32.add (i32x4.extract_lane 2 (local.get $s)) (i32x4.extract_lane 3 (local.get $s)))))
        (f32.load (i32.add (local.get $row) (local.get $dims))))
      (local.get $scale))
      (local.get $offset))))
