//! Memory that is taken and never given back: a call is short, and a page costs less than a free list.
//!
//! Left out with the feature `sdk-allocator`, for a program that brings the SDK's.

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::cell::Cell;

const PAGE: usize = 1 << 16;

/// Hands out the memory above the program's own, from the bottom up.
struct Bump {
    /// Where the free memory begins; 0 before the first request.
    next: Cell<usize>,
    /// Where the memory that exists ends, as far as is known.
    end: Cell<usize>,
}

#[global_allocator]
static BUMP: Bump = Bump { next: Cell::new(0), end: Cell::new(0) };

// SAFETY: a program has one thread.
unsafe impl Sync for Bump {}

extern "C" {
    /// Where the linker's layout ends. Only its address means anything.
    static __heap_base: u8;
}

// SAFETY: every block lies above all blocks handed out before, within memory that exists.
unsafe impl GlobalAlloc for Bump {
    #[inline(never)]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let mut next = self.next.get();
        if next == 0 {
            next = (&raw const __heap_base) as usize;
        }
        let start = next.wrapping_add(layout.align() - 1) & layout.align().wrapping_neg();
        match start.checked_add(layout.size()) {
            Some(end) if end <= self.end.get() || self.reach(end) => {
                self.next.set(end);
                start as *mut u8
            }
            _ => core::ptr::null_mut(),
        }
    }

    /// Memory above the last block was never written, so it is zero.
    #[inline(always)]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        unsafe { self.alloc(layout) }
    }

    #[inline(always)]
    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}

    /// The last block grows where it is; a block that shrinks stays.
    #[inline(never)]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if size <= layout.size() {
            return block;
        }
        let next = self.next.get();
        if block as usize + layout.size() == next {
            self.next.set(block as usize);
        }
        // SAFETY: the size is that of a layout that exists, grown by the caller's promise.
        let new = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if new.is_null() {
            self.next.set(next);
        } else if new != block {
            // SAFETY: the new block is as large as the old one at least, and apart from it.
            unsafe { core::ptr::copy_nonoverlapping(block, new, layout.size()) };
        }
        new
    }
}

impl Bump {
    /// Makes memory exist up to `end`. Says whether it does.
    #[cold]
    fn reach(&self, end: usize) -> bool {
        let pages = memory_size::<0>();
        let wanted = end.div_ceil(PAGE);
        if wanted > pages && memory_grow::<0>(wanted - pages) == usize::MAX {
            return false;
        }
        self.end.set(wanted.max(pages) * PAGE);
        true
    }
}
