INSERT INTO `sequences` (`name`, `value`) VALUES ('order', 100000000), ('order_line', 0), ('product', 1000000), ('customer', 1000000);
