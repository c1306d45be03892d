//! Each pixel by what is around it.

use crate::Raster;

/// To divide by an area is to multiply by so many parts of it: exact for areas of less than 60,000 pixels.
const PARTS: u32 = 40;

/// Gives for each pixel what `of` makes of it and of the mean of the square around it that reaches `reach` pixels far.
pub(super) fn local<T>(grey: &Raster, reach: usize, of: impl Fn(u8, u8) -> T) -> Vec<T> {
    let (wide, high) = (grey.width, grey.height);
    // Sums of the columns of the rows in reach, moved down row by row, between columns of nothing.
    let mut columns = vec![0u32; wide + 2 * reach];
    let row = |y: usize| &grey.data[y * wide..(y + 1) * wide];
    let add = |columns: &mut [u32], y: usize| {
        columns[reach..].iter_mut().zip(row(y)).for_each(|(sum, value)| *sum += u32::from(*value));
    };
    (0..reach.min(high)).for_each(|y| add(&mut columns, y));
    let mut data = Vec::with_capacity(wide * high);
    let (mut rows, mut shares) = (0, vec![0u64; wide]);
    for y in 0..high {
        if y + reach < high {
            add(&mut columns, y + reach);
        }
        if y > reach {
            let gone = row(y - reach - 1);
            columns[reach..].iter_mut().zip(gone).for_each(|(sum, value)| *sum -= u32::from(*value));
        }
        let now = (y + reach).min(high - 1) - y.saturating_sub(reach) + 1;
        if now != rows {
            rows = now;
            for (x, share) in shares.iter_mut().enumerate() {
                let across = (x + reach).min(wide - 1) - x.saturating_sub(reach) + 1;
                *share = (1u64 << PARTS).div_ceil((rows * across) as u64);
            }
        }
        let mut sum: u32 = columns[..2 * reach].iter().sum();
        let entering = &columns[2 * reach..];
        for (((value, share), enters), leaves) in row(y).iter().zip(&shares).zip(entering).zip(&columns) {
            sum += enters;
            data.push(of(*value, ((u64::from(sum) * share) >> PARTS) as u8));
            sum -= leaves;
        }
    }
    data
}

/// Each pixel the mean of what is around it, `reach` pixels far.
pub(super) fn softened(grey: &Raster, reach: usize) -> Raster {
    Raster { data: local(grey, reach, |_, mean| mean), ..*grey }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raster(width: usize, data: Vec<u8>) -> Raster {
        Raster::new(width, data.len() / width, 1, data).expect("pixels")
    }

    #[test]
    fn a_mean_is_that_of_what_is_there() {
        let grey = raster(3, vec![0, 30, 60, 90, 120, 150, 180, 210, 240]);
        assert_eq!(softened(&grey, 1).data, [60, 75, 90, 105, 120, 135, 150, 165, 180]);
        assert_eq!(softened(&grey, 9).data, [120; 9], "a reach beyond all edges");
        assert_eq!(softened(&raster(1, vec![7]), 1).data, [7], "one pixel");
    }

    #[test]
    fn a_mean_is_exact_whatever_the_area() {
        for value in [1, 84, 254, 255] {
            assert!(softened(&raster(300, vec![value; 300 * 150]), 66).data.iter().all(|dot| *dot == value), "{value}");
        }
        let (wide, high, reach) = (23, 19, 7);
        let grey = raster(wide, (0..wide * high).map(|at| (at * 97 % 251) as u8).collect());
        for (at, mean) in softened(&grey, reach).data.iter().enumerate() {
            let near = |middle: usize, all: usize| middle.saturating_sub(reach)..(middle + reach + 1).min(all);
            let (columns, rows) = (near(at % wide, wide), near(at / wide, high));
            let area = columns.len() * rows.len();
            let sum: usize = rows
                .flat_map(|y| columns.clone().map(move |x| (x, y)))
                .map(|(x, y)| usize::from(grey.data[y * wide + x]))
                .sum();
            assert_eq!(usize::from(*mean), sum / area, "{at}");
        }
    }
}
